package io.shelfwise.standalone.onlineretail;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts values, and tells which came most often; of several, the one that was first to come.
 *
 * @param <T> the values
 */
final class MostFrequent<T> {
  private final Map<T, Integer> counts = new LinkedHashMap<>();

  void add(T value) {
    counts.merge(value, 1, Integer::sum);
  }

  /**
   * The value that came most often.
   *
   * @throws IllegalStateException if there was none
   */
  T get() {
    Map.Entry<T, Integer> top = null;
    for (Map.Entry<T, Integer> entry : counts.entrySet()) {
      if (top == null || entry.getValue() > top.getValue()) {
        top = entry;
      }
    }
    if (top == null) {
      throw new IllegalStateException("nothing was counted");
    }
    return top.getKey();
  }
}
