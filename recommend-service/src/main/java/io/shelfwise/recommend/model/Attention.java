package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.Taste;

/**
 * How much a recommender listens to each product of a taste: to the newest most, to old ones less,
 * and to no more than so many.
 *
 * <p>A product that was of interest {@code a} days before the newest one speaks with {@code
 * interest × 2^(−a / halfLife)}. A product that was bought, where it may be proposed again, gets
 * {@code again × (1 + ln orders)} times that itself.
 *
 * @param length how many of the newest products speak
 * @param halfLife after how many days a product speaks half as loud
 * @param again how much a product that was bought speaks for itself
 */
public record Attention(int length, double halfLife, double again) {
  public Attention {
    if (length < 1) {
      throw new IllegalArgumentException("length: " + length + " (expected: >= 1)");
    }
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("half-life: " + halfLife + " (expected: > 0 days)");
    }
    if (!(again >= 0)) {
      throw new IllegalArgumentException("again: " + again + " (expected: >= 0)");
    }
  }

  /** That of one who listens to everything alike, and never proposes the same again. */
  public static final Attention TO_ALL =
      new Attention(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, 0);

  /** The same, with what a product speaks for itself given in another unit. */
  public Attention inUnitOf(double unit) {
    return new Attention(length, halfLife, again * unit);
  }

  /** How many products of a taste speak. */
  public int length(Taste taste) {
    return Math.min(length, taste.size());
  }

  /** How loud the i-th product of a taste speaks. */
  public double weight(Taste taste, int i) {
    return taste.interest(i) * fading(taste.age(i));
  }

  /** Which part of its loudness is left to a product after so many days. */
  public double fading(double days) {
    return Math.exp(-days * Math.log(2) / halfLife);
  }

  /**
   * How much the i-th product of a taste, which speaks with this weight, speaks for itself: nothing
   * if it was never bought, since what was only looked at is not bought again.
   */
  public double again(Taste taste, int i, double weight) {
    return taste.orders(i) == 0 ? 0 : again * weight * (1 + Math.log(taste.orders(i)));
  }
}
