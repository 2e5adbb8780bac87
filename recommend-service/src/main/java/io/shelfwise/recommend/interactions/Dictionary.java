package io.shelfwise.recommend.interactions;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers for ids: 0, 1, 2 … in the order in which the ids were first seen. A number is never given
 * up or given twice, so that a model keeps its meaning while products come.
 *
 * <p>Reading takes no lock.
 */
public final class Dictionary {
  /** Stands for an id that has no number. */
  public static final int UNKNOWN = -1;

  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private volatile String[] ids = new String[16];
  private volatile int size;

  /** The number of an id, or {@link #UNKNOWN}. */
  public int find(String id) {
    Integer number = numbers.get(id);
    return number == null ? UNKNOWN : number;
  }

  /** The number of an id, which gets one if it has none. */
  public int number(String id) {
    int known = find(id);
    return known == UNKNOWN ? add(id) : known;
  }

  private synchronized int add(String id) {
    int known = find(id);
    if (known != UNKNOWN) {
      return known;
    }
    int number = size;
    if (number == ids.length) {
      ids = Arrays.copyOf(ids, 2 * number);
    }
    ids[number] = id;
    // The id can be read from the moment its number can be found.
    size = number + 1;
    numbers.put(id, number);
    return number;
  }

  /**
   * Forgets an id; what it was called is nowhere here any more. Its number stands for nothing from
   * now on, and the id gets another one if it comes again.
   *
   * @return the number that it had, or {@link #UNKNOWN}
   */
  public synchronized int forget(String id) {
    Integer number = numbers.remove(id);
    if (number == null) {
      return UNKNOWN;
    }
    String[] without = ids.clone();
    without[number] = "";
    ids = without;
    return number;
  }

  /** The id of a number that was given; empty if it was forgotten. */
  public String id(int number) {
    return ids[number];
  }

  /** How many numbers were given. */
  public int size() {
    return size;
  }

  /** The ids that have a number now, by number. */
  public List<String> ids() {
    int now = size;
    return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(ids, now)));
  }

  /**
   * Gives these ids the numbers 0, 1, 2 …, as far as they have none.
   *
   * @return whether each has just that number now; if not, what was numbered like this cannot be
   *     used here
   */
  public boolean adopt(List<String> others) {
    for (int i = 0; i < others.size(); i++) {
      if (i < size ? !ids[i].equals(others.get(i)) : number(others.get(i)) != i) {
        return false;
      }
    }
    return true;
  }
}
