package io.shelfwise.value.purchases;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The distinct pairs of a frequency and a time in a sample, and which pair each row has. In a shop
 * that is watched by the day they are far fewer than the histories, and what depends on one time
 * only need be reckoned once for each.
 */
final class FrequencyTimes {
  private final int[] frequency;
  private final double[] time;
  private final int[] ofRow;

  /** Each row's frequency and the time from the first purchase to the last. */
  static FrequencyTimes recencies(PurchaseSample sample) {
    return new FrequencyTimes(sample, sample::recencyPlace);
  }

  /** Each row's frequency and the time from the first purchase to the end. */
  static FrequencyTimes ages(PurchaseSample sample) {
    return new FrequencyTimes(sample, sample::agePlace);
  }

  /**
   * Rows come by rising frequency, so that pairs need be remembered for one frequency at a time.
   */
  private FrequencyTimes(PurchaseSample sample, IntUnaryOperator placeOfRow) {
    int rows = sample.rows();
    int[] pairOfPlace = new int[sample.times()];
    Arrays.fill(pairOfPlace, -1);
    int[] frequencies = new int[rows];
    double[] times = new double[rows];
    ofRow = new int[rows];
    int pairs = 0;
    for (int row = 0; row < rows; row++) {
      int place = placeOfRow.applyAsInt(row);
      int pair = pairOfPlace[place];
      if (pair < 0 || frequencies[pair] != sample.frequency(row)) {
        pair = pairs++;
        pairOfPlace[place] = pair;
        frequencies[pair] = sample.frequency(row);
        times[pair] = sample.time(place);
      }
      ofRow[row] = pair;
    }
    frequency = Arrays.copyOf(frequencies, pairs);
    time = Arrays.copyOf(times, pairs);
  }

  int pairs() {
    return time.length;
  }

  int frequency(int pair) {
    return frequency[pair];
  }

  double time(int pair) {
    return time[pair];
  }

  int ofRow(int row) {
    return ofRow[row];
  }
}
