package io.shelfwise.value.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A tenth of the customers, by what was expected of them.
 *
 * @param number 1 for the tenth of whom most was expected
 * @param customers how many they are
 * @param actualMean what came of one of them in the mean
 * @param expectedMean what was expected of one of them in the mean
 */
public record Decile(int number, long customers, double actualMean, double expectedMean) {

  /**
   * Parts a ranking into groups of equal size, of which fewer than ten customers leave some out.
   * Where a border runs through customers of one rank, each side has its share of them.
   */
  static List<Decile> of(Ranking ranking, int groups) {
    long customers = ranking.customers();
    List<Decile> deciles = new ArrayList<>();
    int rank = 0;
    long left = ranking.customers(0);
    for (int group = 0; group < groups; group++) {
      long size = border(customers, group + 1, groups) - border(customers, group, groups);
      double actual = 0;
      double expected = 0;
      for (long missing = size; missing > 0; ) {
        if (left == 0) {
          rank++;
          left = ranking.customers(rank);
        }
        long taken = Math.min(missing, left);
        actual += taken * ranking.actualMean(rank);
        expected += taken * ranking.score(rank);
        left -= taken;
        missing -= taken;
      }
      if (size > 0) {
        deciles.add(new Decile(group + 1, size, actual / size, expected / size));
      }
    }
    return deciles;
  }

  /** How many customers are in the first so many groups. */
  private static long border(long customers, int group, int groups) {
    return Math.round((double) customers * group / groups);
  }
}
