package io.shelfwise.value.spend;

import java.util.Arrays;

/**
 * Revenues of one customer that are given, not predicted: one for each period to come, the first at
 * the end of the first.
 *
 * <p>What they are worth today is
 *
 * <pre>
 *   CLV = Σ R_t (1+r)^−t,   t = 1, 2, …
 * </pre>
 *
 * <p>So 100, 120 and 150 at 10 % are worth 100/1.1 + 120/1.21 + 150/1.331 = 302.78.
 *
 * @see <a
 *     href="https://doi.org/10.1002/(SICI)1520-6653(199824)12:1%3C17::AID-DIR3%3E3.0.CO;2-K">Berger,
 *     Nasr 1998: Customer lifetime value: Marketing models and applications</a>
 */
public final class RevenueStream {
  private final double[] revenues;

  /**
   * A stream.
   *
   * @param revenues R₁, R₂, …; a period of losses has a negative one
   */
  public RevenueStream(double... revenues) {
    for (double revenue : revenues) {
      if (!Double.isFinite(revenue)) {
        throw new IllegalArgumentException("revenue: " + revenue + " (expected: finite)");
      }
    }
    this.revenues = revenues.clone();
  }

  /** How many periods it has. */
  public int periods() {
    return revenues.length;
  }

  /**
   * What the stream is worth today.
   *
   * @param rate by how much a revenue counts less for each period that it comes later, at least 0:
   *     0.1 is 10 % a period, compounded
   */
  public double valueAt(double rate) {
    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("rate: " + rate + " (expected: >= 0 and finite)");
    }
    double value = 0;
    // From the last period to the first, each worth 1/(1+r) of what it would be a period later.
    for (int t = revenues.length - 1; t >= 0; t--) {
      value = (value + revenues[t]) / (1 + rate);
    }
    return value;
  }

  @Override
  public String toString() {
    return Arrays.toString(revenues);
  }
}
