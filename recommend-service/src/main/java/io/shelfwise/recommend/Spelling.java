package io.shelfwise.recommend;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody may have meant who wrote a name that there is not. */
public final class Spelling {
  /** One wrong letter in so many is taken for a slip. */
  private static final int LETTERS_A_SLIP = 2;

  private Spelling() {}

  /**
   * The known name that was meant, as far as that can be told: {@link #nearest}, if it is no
   * farther than slips take one.
   */
  public static Optional<String> meant(String written, Collection<String> known) {
    int slips = Math.max(1, written.length() / LETTERS_A_SLIP);
    return nearest(written, known).filter(name -> distance(written, name) <= slips);
  }

  /**
   * The known name that takes the fewest changed, added and left out letters; of several the first
   * in the alphabet; empty if there is none.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(name -> distance(written, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, row by row. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
