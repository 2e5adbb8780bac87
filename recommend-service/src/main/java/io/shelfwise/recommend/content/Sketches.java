package io.shelfwise.recommend.content;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.algebra.Hamming;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Short sketches of places, by which those that may be the nearest of many are found without
 * looking at all of them in full: a bit for each of 256 random planes tells on which side of it the
 * place lies. The share of bits in which two differ tells the angle between them:
 *
 * <pre>
 * P(a bit differs) = angle / π
 * </pre>
 *
 * @see <a href="https://doi.org/10.1145/509907.509965">Charikar: Similarity estimation techniques
 *     from rounding algorithms, 2002</a>
 */
final class Sketches {
  private static final int WORDS = 8;
  private static final int BITS = WORDS * Integer.SIZE;
  private static final int BLOCK = 1 << 10;
  private static final long SEED = 1;

  private final int dimensions;
  private final float[] planes;
  private final int count;

  /** Word by word, see {@link Hamming}. */
  private final int[] words;

  /**
   * The sketches of places.
   *
   * @param places the places, one after the other
   * @param dimensions how long each is
   */
  Sketches(float[] places, int dimensions) {
    this.dimensions = dimensions;
    this.planes = planes(dimensions);
    this.count = places.length / dimensions;
    this.words = new int[count * WORDS];
    IntStream.range(0, (count + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> sketch(places, block * BLOCK, Math.min(count, (block + 1) * BLOCK)));
  }

  private static float[] planes(int dimensions) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] planes = new float[BITS * dimensions];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = (float) random.nextGaussian();
    }
    return planes;
  }

  private void sketch(float[] places, int from, int to) {
    float[] sides = new float[BITS];
    for (int place = from; place < to; place++) {
      int[] sketch = sketch(places, place * dimensions, sides);
      for (int word = 0; word < WORDS; word++) {
        words[word * count + place] = sketch[word];
      }
    }
  }

  private int[] sketch(float[] places, int start, float[] sides) {
    Floats.multiply(planes, 0, dimensions, BITS, places, start, dimensions, sides);
    int[] sketch = new int[WORDS];
    for (int bit = 0; bit < BITS; bit++) {
      if (sides[bit] > 0) {
        sketch[bit / Integer.SIZE] |= 1 << bit;
      }
    }
    return sketch;
  }

  /**
   * The places whose sketches are nearest to that of a place, in the order of their numbers: at
   * least so many as are asked for, and all that are as near as the last of them.
   */
  int[] nearest(float[] place, int least) {
    if (count <= least) {
      return IntStream.range(0, count).toArray();
    }
    short[] distances = new short[count];
    Hamming.distances(words, count, sketch(place, 0, new float[BITS]), distances);
    int farthest = farthest(distances, least);
    int[] nearest = new int[Hamming.countWithin(distances, count, farthest)];
    Hamming.within(distances, count, farthest, nearest);
    return nearest;
  }

  /** The least distance within which there are so many. */
  private int farthest(short[] distances, int least) {
    int low = 0;
    int high = BITS;
    while (low < high) {
      int middle = (low + high) / 2;
      if (Hamming.countWithin(distances, count, middle) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
