package io.shelfwise.value.numeric;

import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.special.Gamma;

/**
 * How many events there are in a time t, if they are Poisson with a rate λ ~ Gamma(shape, A):
 *
 * <pre>
 *   P(N = m) = Γ(shape+m) / (Γ(shape) m!) · (1−y)^shape · y^m,    y = t / (A+t)
 * </pre>
 *
 * <p>Sums over m run through terms that follow from one another and are all positive, so nothing
 * cancels; where they grow beyond what a double holds they are scaled down.
 */
public final class NegativeBinomial {
  private static final int MOST_TERMS = 50_000_000;
  private static final double PRECISION = 1e-16;
  private static final double HUGE = 0x1p900;
  private static final double LOG_HUGE = 900 * Math.log(2);
  private static final double LOG_SMALL = -700;

  private final double shape;
  private final double y;
  private final double logY;
  private final double logNone;

  /**
   * The count.
   *
   * @param shape of the rates, more than 0
   * @param rate A, of the rates, more than 0
   * @param time t, at least 0
   */
  public NegativeBinomial(double shape, double rate, double time) {
    if (!(shape > 0 && rate > 0)) {
      throw new IllegalArgumentException(
          "shape, rate: " + shape + ", " + rate + " (expected: more than 0)");
    }
    if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("time: " + time + " (expected: >= 0 and finite)");
    }
    this.shape = shape;
    y = time / (rate + time);
    logY = Math.log(y);
    logNone = -shape * Math.log1p(time / rate);
  }

  /** The probability of exactly m events. */
  public double probabilityOf(int m) {
    return m == 0 ? Math.exp(logNone) : y == 0 ? 0 : Math.exp(logProbabilityOf(m));
  }

  /** The probability of m events or more. */
  public double probabilityOfAtLeast(int m) {
    if (m <= 0) {
      return 1;
    }
    return y == 0 ? 0 : Math.min(1, sum(m, logProbabilityOf(m), _ -> 1));
  }

  /**
   * The expectation of a function of the count.
   *
   * @param f at least 0, growing no faster than in proportion to the count; it is asked for 0, 1, 2
   *     … in turn
   */
  public double mean(IntToDoubleFunction f) {
    return sum(0, logNone, f);
  }

  /** The probabilities of 0, 1, 2 … events, one after the other. */
  public DoubleSupplier probabilitiesInTurn() {
    return new InTurn();
  }

  private final class InTurn implements DoubleSupplier {
    private int m;
    private double logProbability = logNone;
    private double probability = Math.exp(logNone);

    @Override
    public double getAsDouble() {
      if (m > 0) {
        double ratio = y * (shape + m - 1) / m;
        if (logProbability < LOG_SMALL) {
          logProbability += Math.log(ratio);
          probability = Math.exp(logProbability);
        } else {
          probability *= ratio;
        }
      }
      m++;
      return probability;
    }
  }

  private double logProbabilityOf(int m) {
    return Gamma.logGamma(shape + m)
        - Gamma.logGamma(shape)
        - Gamma.logGamma(m + 1.0)
        + logNone
        + m * logY;
  }

  /** Σ P(N = m) f(m) for m ≥ from. */
  private double sum(int from, double logFirst, IntToDoubleFunction f) {
    double term = 1;
    double largest = f.applyAsDouble(from);
    double sum = largest;
    double scale = 0;
    for (int m = from; m < MOST_TERMS && term > 0; m++) {
      double ratio = y * (shape + m) / (m + 1);
      term *= ratio;
      double value = f.applyAsDouble(m + 1);
      sum += term * value;
      largest = Math.max(largest, value);
      // Later ratios lie between this one and y; the square allows for a function that grows.
      double falls = 1 - Math.max(ratio, y);
      if (falls > 0 && term * largest < sum * PRECISION * falls * falls) {
        break;
      }
      if (sum > HUGE || term > HUGE) {
        sum /= HUGE;
        term /= HUGE;
        scale += LOG_HUGE;
      }
    }
    // Where the first term is too small for a double, the sum need not be.
    double logScale = logFirst + scale;
    return logScale > LOG_SMALL ? sum * Math.exp(logScale) : Math.exp(Math.log(sum) + logScale);
  }
}
