package io.shelfwise.value.predict;

/**
 * How far ahead to look, and how much less what lies ahead counts.
 *
 * @param days how far, more than 0
 * @param discountRate by how much a purchase a year ahead counts less, at least 0: 0.1 is 10 % a
 *     year, compounded
 */
public record Horizon(double days, double discountRate) {
  private static final double DAYS_PER_YEAR = 365;

  public Horizon {
    if (!(days > 0 && days < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("days: " + days + " (expected: more than 0 and finite)");
    }
    if (!(discountRate >= 0 && discountRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "discountRate: " + discountRate + " (expected: >= 0 and finite)");
    }
  }

  /** The rate δ at which a purchase counts less by the day: e^(−365 δ) = 1/(1 + yearly rate). */
  public double discountPerDay() {
    return Math.log1p(discountRate) / DAYS_PER_YEAR;
  }

  /** This discount over another time. */
  public Horizon of(double otherDays) {
    return new Horizon(otherDays, discountRate);
  }
}
