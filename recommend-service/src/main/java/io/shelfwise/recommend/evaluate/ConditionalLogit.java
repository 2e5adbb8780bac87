package io.shelfwise.recommend.evaluate;

import java.util.Arrays;

/**
 * Finds the weights, none less than 0, that make what customers chose most likely: those of a
 * conditional logit of {@link Choices}.
 *
 * <p>By Newton's method, which arrives in a few steps whatever it begins with: from the weights
 * {@code w}, with the gradient {@code g} and the curvature {@code H} there, each step goes to the
 * top of {@code g·d − ½ dᵀHd} with {@code w + d ≥ 0}.
 *
 * @see <a href="https://eml.berkeley.edu/reprints/mcfadden/zarembka.pdf">McFadden (1974),
 *     Conditional logit analysis of qualitative choice behavior</a>
 */
final class ConditionalLogit {
  private static final int MOST_STEPS = 50;
  private static final int MOST_SWEEPS = 1_000;
  private static final double LEAST_GAIN = 1e-10;

  /**
   * How far weights are from 0 in shops at large, as a standard deviation: no more is believed from
   * few customers. It comes to nothing where there are many.
   */
  private static final double DEVIATION = 10;

  private final Choices choices;
  private final double ridge;
  private double[] weights;

  private ConditionalLogit(Choices choices, int lists) {
    this.choices = choices;
    this.ridge = 1 / (DEVIATION * DEVIATION * choices.size());
    this.weights = new double[lists];
  }

  /** The weights, one for each list; all 0 if no list tells what is chosen. */
  static double[] fit(Choices choices, int lists) {
    ConditionalLogit logit = new ConditionalLogit(choices, lists);
    logit.climb();
    return logit.weights;
  }

  private void climb() {
    Choices.Slope slope = at(weights);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] top = top(slope);
      double gain = gain(slope, top);
      if (gain < LEAST_GAIN) {
        return;
      }
      // Where the curvature changes on the way, half of the way may be higher than the end.
      double[] next = top;
      Choices.Slope there = at(next);
      for (double part = 0.5; there.value() < slope.value() && part > 1e-6; part /= 2) {
        next = between(top, part);
        there = at(next);
      }
      weights = next;
      slope = there;
    }
  }

  private Choices.Slope at(double[] where) {
    Choices.Slope slope = choices.at(where);
    double squares = 0;
    double[] gradient = slope.gradient().clone();
    double[] curvature = slope.curvature().clone();
    for (int i = 0; i < where.length; i++) {
      squares += where[i] * where[i];
      gradient[i] -= ridge * where[i];
      curvature[i * where.length + i] += ridge;
    }
    return new Choices.Slope(slope.value() - ridge * squares / 2, gradient, curvature);
  }

  /** Where the parabola that lies close here has its top; one weight after the other is moved. */
  private double[] top(Choices.Slope slope) {
    int size = weights.length;
    double[] top = weights.clone();
    double[] gradient = slope.gradient().clone();
    double far = 1;
    for (int sweep = 0; far > 1e-9 && sweep < MOST_SWEEPS; sweep++) {
      far = 0;
      for (int i = 0; i < size; i++) {
        double curvature = slope.curvature()[i * size + i];
        double way = Math.max(-top[i], gradient[i] / curvature);
        top[i] += way;
        for (int j = 0; j < size; j++) {
          gradient[j] -= way * slope.curvature()[i * size + j];
        }
        far = Math.max(far, Math.abs(way));
      }
    }
    return top;
  }

  /** How much higher it is there, at the rate at which it rises here. */
  private double gain(Choices.Slope slope, double[] there) {
    double gain = 0;
    for (int i = 0; i < there.length; i++) {
      gain += slope.gradient()[i] * (there[i] - weights[i]);
    }
    return gain;
  }

  private double[] between(double[] there, double part) {
    double[] between = new double[there.length];
    Arrays.setAll(between, i -> weights[i] + part * (there[i] - weights[i]));
    return between;
  }
}
