package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ChunksTest {
  @Test
  void goesThroughEveryRowOnce() {
    for (int rows : new int[] {0, 1, 4_096, 4_097, 100_000}) {
      AtomicIntegerArray seen = new AtomicIntegerArray(rows);
      Chunks.forEach(
          rows,
          (from, to) -> {
            for (int row = from; row < to; row++) {
              seen.incrementAndGet(row);
            }
          });
      for (int row = 0; row < rows; row++) {
        assertThat(seen.get(row)).isEqualTo(1);
      }
    }
  }

  /** Numbers of very different size, whose sum depends on the order in which they are added. */
  @Test
  void addsUpToTheSameOnAnyNumberOfThreads() throws ExecutionException, InterruptedException {
    double[] numbers =
        new Random(7).doubles(100_000).map(number -> Math.exp(40 * number - 20)).toArray();
    double[] further = new double[1];
    double sum = sum(numbers, further);

    for (int threads : new int[] {1, 2, 5}) {
      double[] same = new double[1];
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        assertThat(pool.submit(() -> sum(numbers, same)).get()).isEqualTo(sum);
      }
      assertThat(same).isEqualTo(further);
    }
    assertThat(further[0]).isCloseTo(-2 * sum, within(1e-9 * sum));
  }

  private static double sum(double[] numbers, double[] further) {
    return Chunks.sum(
        numbers.length,
        (from, to, sums) -> {
          double sum = 0;
          for (int i = from; i < to; i++) {
            sum += numbers[i];
            sums[0] -= 2 * numbers[i];
          }
          return sum;
        },
        further);
  }
}
