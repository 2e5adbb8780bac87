package io.shelfwise.standalone.bench;

import io.shelfwise.recommend.algebra.Floats;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A dense matrix product of a fixed size on one thread: what takes three times as long as it does
 * so on a machine of many vector lanes and on one of few.
 */
final class ReferenceProduct {
  static final int SIDE = 1024;
  static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE;

  /** What stays in the second cache: so many columns of the left factor at a time. */
  private static final int BLOCK = 128;

  private final float[] left = random(1);
  private final float[] right = random(2);
  private final float[] product = new float[SIDE * SIDE];

  private static float[] random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return values;
  }

  /** Does it once. */
  void multiply() {
    Arrays.fill(product, 0);
    for (int k = 0; k < SIDE; k += BLOCK) {
      Floats.addProduct(
          new Floats.View(left, k, SIDE, 1),
          right,
          k * SIDE,
          SIDE,
          new Floats.Target(product, 0, SIDE, SIDE, SIDE),
          BLOCK);
    }
  }
}
