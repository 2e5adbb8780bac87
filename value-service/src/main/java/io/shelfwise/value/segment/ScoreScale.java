package io.shelfwise.value.segment;

import java.util.Arrays;

/**
 * Scores from 1 (worst) to a number of bins (best), by how many others a customer leaves behind.
 *
 * <p>Of the others who differ, let the share p be worse. The score is 1 + ⌊bins · p⌋, and the
 * number of bins where none is better. Therefore
 *
 * <ul>
 *   <li>equals have equal scores, and who is better has no lower one;
 *   <li>the worst have 1 and the best have the highest score, however many are equal;
 *   <li>without equals the bins are of one size, but for one customer more or less;
 *   <li>where all are equal nobody is better or worse, and all have the score in the middle.
 * </ul>
 */
public final class ScoreScale {
  /** The least value of each score from 2 on. */
  private final long[] borders;

  private ScoreScale(long[] borders) {
    this.borders = borders;
  }

  /**
   * The scale of a store's customers.
   *
   * @param sorted what each has, the larger the better; at least one, in order
   * @param bins how many scores there are
   */
  static ScoreScale of(long[] sorted, int bins) {
    long[] borders = new long[bins - 1];
    int reached = 1;
    for (int from = 0; from < sorted.length; ) {
      long value = sorted[from];
      int to = from + 1;
      while (to < sorted.length && sorted[to] == value) {
        to++;
      }
      int score = score(from, sorted.length - to, bins);
      Arrays.fill(borders, reached - 1, score - 1, value);
      reached = score;
      from = to;
    }
    // Only where all are equal: the scores above the middle are for those who do better since.
    long above = Math.max(sorted[sorted.length - 1], sorted[sorted.length - 1] + 1);
    Arrays.fill(borders, reached - 1, bins - 1, above);
    return new ScoreScale(borders);
  }

  private static int score(long worse, long better, int bins) {
    if (worse + better == 0) {
      return 1 + bins / 2;
    }
    return (int) Math.min(bins, 1 + bins * worse / (worse + better));
  }

  /** The score of this value, also of one that no customer had when the scale was made. */
  public int score(long value) {
    int score = 1;
    while (score <= borders.length && value >= borders[score - 1]) {
      score++;
    }
    return score;
  }
}
