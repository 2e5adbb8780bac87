package io.shelfwise.recommend.algebra;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link Hamming} on the processor's vectors: as many rows at once as a vector has lanes. */
final class VectorHamming {
  private static final VectorSpecies<Integer> WORDS = IntVector.SPECIES_PREFERRED;

  /** As many lanes, each half as long. */
  private static final VectorSpecies<Short> HALVES =
      VectorSpecies.of(short.class, VectorShape.forBitSize(WORDS.vectorBitSize() / 2));

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  private VectorHamming() {}

  static void distances(int[] rows, int count, int[] one, short[] distances) {
    int i = 0;
    for (; i <= count - WORDS.length(); i += WORDS.length()) {
      IntVector distance = IntVector.zero(WORDS);
      for (int word = 0; word < one.length; word++) {
        IntVector differing =
            IntVector.fromArray(WORDS, rows, word * count + i)
                .lanewise(VectorOperators.XOR, one[word]);
        distance = distance.add(differing.lanewise(VectorOperators.BIT_COUNT));
      }
      ((ShortVector) distance.castShape(HALVES, 0)).intoArray(distances, i);
    }
    ScalarHamming.distances(rows, count, one, i, distances);
  }

  static int countWithin(short[] distances, int count, int most) {
    int within = 0;
    int i = 0;
    for (; i <= count - SHORTS.length(); i += SHORTS.length()) {
      within +=
          ShortVector.fromArray(SHORTS, distances, i)
              .compare(VectorOperators.LE, (short) most)
              .trueCount();
    }
    return within + ScalarHamming.countWithin(distances, i, count, most);
  }

  static void within(short[] distances, int count, int most, int[] numbers) {
    int size = 0;
    int i = 0;
    for (; i <= count - SHORTS.length(); i += SHORTS.length()) {
      long within =
          ShortVector.fromArray(SHORTS, distances, i)
              .compare(VectorOperators.LE, (short) most)
              .toLong();
      for (; within != 0; within &= within - 1) {
        numbers[size++] = i + Long.numberOfTrailingZeros(within);
      }
    }
    ScalarHamming.within(distances, i, count, most, numbers, size);
  }
}
