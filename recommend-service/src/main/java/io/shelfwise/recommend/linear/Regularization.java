package io.shelfwise.recommend.linear;

/**
 * What keeps the autoencoder from learning the customers by heart.
 *
 * @param lambda what is added to the diagonal, in the unit of a customer's full interest: the
 *     larger, the more customers must agree
 * @param denoising which part of a product's popularity is added to the diagonal beside it: so much
 *     as if every interest had been left out of the customers' histories with the probability
 *     {@code denoising / (1 + denoising)} and had to be guessed from the others
 * @param popularityExponent to which power of its popularity a product's interests are made
 *     smaller: the larger, the less the popular ones rule
 */
public record Regularization(double lambda, double denoising, double popularityExponent) {
  public Regularization {
    if (!(lambda > 0)) {
      throw new IllegalArgumentException("lambda: " + lambda + " (expected: > 0)");
    }
    if (!(denoising >= 0)) {
      throw new IllegalArgumentException("denoising: " + denoising + " (expected: >= 0)");
    }
    if (!(popularityExponent >= 0 && popularityExponent <= 1)) {
      throw new IllegalArgumentException(
          "popularity-exponent: " + popularityExponent + " (expected: 0 to 1)");
    }
  }

  /** By what the interests in products of such popularity are multiplied. */
  double[] scales(double[] popularity) {
    double[] scales = new double[popularity.length];
    for (int product = 0; product < scales.length; product++) {
      if (popularity[product] > 0) {
        scales[product] = Math.pow(popularity[product], -popularityExponent);
      }
    }
    return scales;
  }

  /** What undoes the scaling: the unit in which the amounts of weights can be compared. */
  static float[] units(double[] scales) {
    float[] units = new float[scales.length];
    for (int product = 0; product < units.length; product++) {
      units[product] = scales[product] > 0 ? (float) (1 / scales[product]) : 0;
    }
    return units;
  }

  /** What is added to the diagonal, for a product of this popularity, as it was scaled. */
  double added(double scaledPopularity) {
    return lambda + denoising * scaledPopularity;
  }
}
