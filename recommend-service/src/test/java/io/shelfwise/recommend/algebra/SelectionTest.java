package io.shelfwise.recommend.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {
  /** The k-th largest is what stands at that place when all are sorted: random numbers, seed 3. */
  @Test
  void findsWhatSortingWouldFind() {
    Random random = new Random(3);
    Selection selection = new Selection(500);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(500);
      float[] numbers = new float[500];
      for (int i = 0; i < count; i++) {
        // Some equal, some 0, of very different sizes.
        numbers[i] =
            random.nextInt(3) == 0
                ? random.nextInt(4)
                : (float) Math.exp(10 * random.nextGaussian());
      }
      float[] sorted = Arrays.copyOf(numbers, count);
      Arrays.sort(sorted);
      int k = 1 + random.nextInt(count);

      assertThat(selection.largest(numbers, count, k)).isEqualTo(sorted[count - k]);
    }
  }
}
