package io.shelfwise.recommend.content;

import org.apache.lucene.util.VectorUtil;

/**
 * How near two places of length 1 are to each other: the cosine of the angle between them, cubed,
 * and 0 where it is less.
 *
 * <p>A product is a little like thousands of others by any model. Cubed, the many small cosines of
 * a customer's products do not add up to more than a real likeness to one of them.
 */
final class Nearness {
  private Nearness() {}

  static double of(float[] one, float[] other) {
    double cosine = Math.max(0, VectorUtil.dotProduct(one, other));
    return cosine * cosine * cosine;
  }
}
