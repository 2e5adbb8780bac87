package io.shelfwise.value.purchases;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What the purchases of an active customer within a time t are worth, discounted, if m events come
 * in it; asked for m = 0, 1, 2 … in turn.
 *
 * <p>If m events come, their times are those of m points drawn evenly from [0, t], so the i-th
 * leaves a part 1 − B of t, where B ~ Beta(i, m+1−i). A purchase then counts
 *
 * <pre>
 *   e^(−δt) E[e^(δt (1−B))] = Σ e^(−δt) (δt)^s/s! · E[(1−B)^s],   E[(1−B)^s] = Γ(m+1−i+s) m! / (Γ(m+1−i) (m+s)!)
 * </pre>
 *
 * <p>With U(s, m) the sum of these E[(1−B)^s] over the events that are purchases, each times the
 * chance that it does come,
 *
 * <pre>
 *   U(s, m) = { m U(s, m−1) + s U(s−1, m) } / (m+s)
 * </pre>
 *
 * <p>Everything is positive, and exact.
 */
final class DiscountedPurchases implements IntToDoubleFunction {
  private static final double PRECISION = 1e-17;

  private final ActiveCustomer customer;

  /** e^(−δt) (δt)^s/s! */
  private final double[] poisson;

  /** U(s, m) of the m that was asked for last. */
  private final double[] remaining;

  /** The chance that the next purchase does come. */
  private double chance = 1;

  private int purchases;

  /**
   * Nothing was asked yet.
   *
   * @param discount δt
   */
  DiscountedPurchases(ActiveCustomer customer, double discount) {
    this.customer = customer;
    poisson = poisson(discount);
    remaining = new double[poisson.length];
  }

  /** All that are not negligible; they fall from s = δt on. */
  private static double[] poisson(double mean) {
    double[] probabilities = new double[64];
    probabilities[0] = Math.exp(-mean);
    int s = 0;
    while (s < mean || probabilities[s] > PRECISION) {
      s++;
      if (s == probabilities.length) {
        probabilities = Arrays.copyOf(probabilities, 2 * s);
      }
      probabilities[s] = probabilities[s - 1] * mean / s;
    }
    return Arrays.copyOf(probabilities, s + 1);
  }

  @Override
  public double applyAsDouble(int m) {
    if ((m + customer.begun()) / customer.regularity() > purchases) {
      remaining[0] += chance;
      chance *= customer.staysAfter(purchases++);
    }
    double sum = poisson[0] * remaining[0];
    for (int s = 1; s < remaining.length; s++) {
      remaining[s] = (m * remaining[s] + s * remaining[s - 1]) / (m + s);
      sum += poisson[s] * remaining[s];
    }
    return sum;
  }
}
