package io.shelfwise.recommend.algebra;

/** {@link Hamming}, one row at a time. */
final class ScalarHamming {
  private ScalarHamming() {}

  static void distances(int[] rows, int count, int[] one, int from, short[] distances) {
    for (int i = from; i < count; i++) {
      int distance = 0;
      for (int word = 0; word < one.length; word++) {
        distance += Integer.bitCount(rows[word * count + i] ^ one[word]);
      }
      distances[i] = (short) distance;
    }
  }

  static int countWithin(short[] distances, int from, int count, int most) {
    int within = 0;
    for (int i = from; i < count; i++) {
      within += distances[i] <= most ? 1 : 0;
    }
    return within;
  }

  static void within(short[] distances, int from, int count, int most, int[] numbers, int start) {
    int size = start;
    for (int i = from; i < count; i++) {
      if (distances[i] <= most) {
        numbers[size++] = i;
      }
    }
  }
}
