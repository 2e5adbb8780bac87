package io.shelfwise.recommend.content;

/**
 * How alike two products are by the vectors {@code a} and {@code b} of their attributes: 0 where
 * they share none, 1 where they have the same.
 */
public enum AttributeMeasure {
  /** The cosine of the angle between them, {@code a·b / (|a| · |b|)}. */
  COSINE {
    @Override
    double likeness(double projection, double own, double others) {
      return own > 0 ? projection / own : 0;
    }

    @Override
    boolean growsWithProjection() {
      return true;
    }
  },

  /**
   * As far as they are nearer than if they shared nothing, by Euclid's distance: {@code 1 - |a - b|
   * / √(|a|² + |b|²)}, where {@code |a - b|² = |a|² + |b|² - 2 a·b}.
   */
  EUCLIDEAN {
    @Override
    double likeness(double projection, double own, double others) {
      double apart = own * own + others * others;
      double squared = Math.max(0, apart - 2 * projection * others);
      return apart > 0 ? 1 - Math.sqrt(squared / apart) : 0;
    }

    @Override
    boolean growsWithProjection() {
      return false;
    }
  };

  /**
   * How alike they are.
   *
   * @param projection the length of {@code a} along {@code b}, {@code a·b / |b|}: what the index
   *     adds up
   * @param own the length of {@code a}
   * @param others the length of {@code b}
   */
  abstract double likeness(double projection, double own, double others);

  /** Whether the longer the projection is, the more alike they are, whatever {@code others} is. */
  abstract boolean growsWithProjection();
}
