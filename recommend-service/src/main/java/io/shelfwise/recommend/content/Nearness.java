package io.shelfwise.recommend.content;

/**
 * How near two places of length 1 are to each other: the cosine of the angle between them, cubed,
 * and 0 where it is less.
 *
 * <p>A product is a little like thousands of others by any model. Cubed, the many small cosines of
 * a customer's products do not add up to more than a real likeness to one of them.
 */
final class Nearness {
  private Nearness() {}

  static double of(double cosine) {
    double positive = Math.max(0, cosine);
    return positive * positive * positive;
  }
}
