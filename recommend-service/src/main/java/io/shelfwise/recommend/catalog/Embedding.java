package io.shelfwise.recommend.catalog;

import java.util.Arrays;

/**
 * Where a model of the shop's own places a product among the others: the smaller the angle between
 * two embeddings, the more alike the products are.
 */
public final class Embedding {
  private final float[] values;

  private Embedding(float[] values) {
    this.values = values;
  }

  /**
   * An embedding.
   *
   * @param values finite, and not all 0
   */
  public static Embedding of(float... values) {
    if (!isDirection(values)) {
      throw new IllegalArgumentException(
          "embedding: " + Arrays.toString(values) + " (expected: finite, and not all 0)");
    }
    return new Embedding(values.clone());
  }

  /** Whether there is an angle to these values: whether they are finite, and not all 0. */
  public static boolean isDirection(float... values) {
    double squares = squares(values);
    return squares > 0 && Double.isFinite(squares);
  }

  private static double squares(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return squares;
  }

  /** How many values there are. */
  public int length() {
    return values.length;
  }

  /** The values, as they were given. */
  public float[] values() {
    return values.clone();
  }

  /** The values at a length of 1, so that their product with another's is the angle's cosine. */
  public float[] unit() {
    double length = Math.sqrt(squares(values));
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding" + Arrays.toString(values);
  }
}
