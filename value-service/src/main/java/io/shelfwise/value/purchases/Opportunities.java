package io.shelfwise.value.purchases;

/**
 * A history in which time is counted, not measured: opportunities to buy come one after another,
 * and each is used or not. It is carried by {@link RepeatPurchases}, whose times then are whole
 * numbers.
 *
 * @param used x: how many were used
 * @param last t_x: the number of the last one that was used, from 1; 0 if none was
 * @param all n: how many there were
 */
record Opportunities(int used, int last, int all) {
  /** Times that were reckoned from others may miss a whole number by a rounding. */
  private static final double ROUNDING = 1e-9;

  Opportunities {
    if (used > last) {
      throw new IllegalArgumentException(
          "recency: " + last + " (expected: at least the frequency, " + used + ")");
    }
  }

  /** The opportunities that a customer had. */
  static Opportunities of(RepeatPurchases customer) {
    return new Opportunities(
        customer.frequency(), whole("recency", customer.recency()), whole("age", customer.age()));
  }

  /** How many opportunities come within a time: one at the end of each of its units. */
  static int within(double time) {
    if (!(time >= 0 && time <= Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "time: " + time + " (expected: 0 to " + Integer.MAX_VALUE + ")");
    }
    return (int) Math.floor(time * (1 + ROUNDING));
  }

  private static int whole(String name, double time) {
    double whole = Math.rint(time);
    if (Math.abs(time - whole) > ROUNDING * whole || whole > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + ": " + time + " (expected: a whole number of opportunities)");
    }
    return (int) whole;
  }
}
