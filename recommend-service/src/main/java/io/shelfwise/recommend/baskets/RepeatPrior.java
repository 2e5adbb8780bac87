package io.shelfwise.recommend.baskets;

/**
 * What is believed of a customer who has bought a product once.
 *
 * @param shape how alike customers are in how often they buy a product: the shape of the gamma
 *     distribution of their rates. 1 is little alike, more is more
 * @param exposure how many days of all its customers a product must have been watched to be
 *     believed half; the rest is believed of all products together
 * @param intervals how many intervals between two purchases of a product must have been seen to be
 *     believed half, likewise
 * @param period how many days ahead is looked
 */
public record RepeatPrior(double shape, double exposure, double intervals, double period) {
  public RepeatPrior {
    positive("shape", shape);
    positive("exposure", exposure);
    positive("intervals", intervals);
    positive("period", period);
  }

  private static void positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
    }
  }
}
