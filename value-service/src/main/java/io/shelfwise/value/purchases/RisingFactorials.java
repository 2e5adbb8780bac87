package io.shelfwise.value.purchases;

/**
 * Logarithms of rising factorials, ln Γ(q + x)/Γ(q) = Σ ln(q + k) for k &lt; x, and their
 * derivative in q, Σ 1/(q + k).
 *
 * <p>The gamma functions of the likelihood come in these ratios only. Summed up once for all x of a
 * sample they cost one logarithm for each x instead of two gamma functions for each row, and lose
 * no digits to the difference of large numbers.
 */
final class RisingFactorials {
  private final double[] logarithm;
  private final double[] last;
  private final double[] derivative;

  RisingFactorials(double q, int most) {
    logarithm = new double[most + 1];
    last = new double[most + 1];
    derivative = new double[most + 1];
    for (int k = 0; k < most; k++) {
      last[k + 1] = Math.log(q + k);
      logarithm[k + 1] = logarithm[k] + last[k + 1];
      derivative[k + 1] = derivative[k] + 1 / (q + k);
    }
  }

  double logarithm(int x) {
    return logarithm[x];
  }

  /** ln(q + x − 1), the last of the summands; x is at least 1. */
  double lastLogarithm(int x) {
    return last[x];
  }

  double derivative(int x) {
    return derivative[x];
  }
}
