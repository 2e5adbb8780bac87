package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.algebra.Floats;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchesTest {
  private static final int DIMENSIONS = 150;

  /** Places in groups, as the products of a shop stand: near to some, at an angle to all others. */
  private static float[] grouped(int count, Random random) {
    float[][] middles = new float[40][];
    for (int group = 0; group < middles.length; group++) {
      middles[group] = gaussian(random);
    }
    float[] places = new float[count * DIMENSIONS];
    for (int place = 0; place < count; place++) {
      float[] one = gaussian(random);
      Floats.addScaled(1.5f, middles[random.nextInt(middles.length)], 0, one, 0, DIMENSIONS);
      float length = (float) Math.sqrt(Floats.dot(one, 0, one, 0, DIMENSIONS));
      for (int i = 0; i < DIMENSIONS; i++) {
        places[place * DIMENSIONS + i] = one[i] / length;
      }
    }
    return places;
  }

  private static float[] gaussian(Random random) {
    float[] values = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Property: of the hundred nearest next to none is missed by who looks at a thousand. */
  @Test
  void theNearestAreAmongThoseWhoseSketchesAre() {
    int count = 20_000;
    float[] places = grouped(count, new Random(3));
    Sketches sketches = new Sketches(places, DIMENSIONS);
    int hits = 0;
    for (int asked = 0; asked < 20; asked++) {
      float[] place = new float[DIMENSIONS];
      System.arraycopy(places, asked * DIMENSIONS, place, 0, DIMENSIONS);
      int[] found = sketches.nearest(place, 1_000);
      assertThat(found).hasSizeGreaterThanOrEqualTo(1_000).hasSizeLessThan(4_000).isSorted();
      hits +=
          IntStream.range(0, count)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      (Integer it) -> -Floats.dot(places, it * DIMENSIONS, place, 0, DIMENSIONS)))
              .limit(100)
              .mapToInt(it -> IntStream.of(found).anyMatch(one -> one == it) ? 1 : 0)
              .sum();
    }
    assertThat(hits).isGreaterThan(20 * 100 * 95 / 100);
  }

  @Test
  void whereThereAreNotMoreAllAreNearest() {
    Sketches sketches = new Sketches(grouped(5, new Random(4)), DIMENSIONS);
    assertThat(sketches.nearest(gaussian(new Random(5)), 5)).containsExactly(0, 1, 2, 3, 4);
  }
}
