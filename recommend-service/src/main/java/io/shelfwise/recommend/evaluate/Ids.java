package io.shelfwise.recommend.evaluate;

import java.util.Comparator;

/** The order of ids, by which equal scores are ordered and lists are written. */
final class Ids {
  private static final int LONGEST_NUMBER = 18;

  /** Whole numbers by their size, and after them everything else by its characters. */
  static final Comparator<String> ORDER = Ids::compare;

  private Ids() {}

  private static int compare(String one, String other) {
    boolean number = isNumber(one);
    if (number != isNumber(other)) {
      return number ? -1 : 1;
    }
    int order = number ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
    return order != 0 ? order : one.compareTo(other);
  }

  private static boolean isNumber(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_NUMBER
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
