package io.shelfwise.recommend.model;

import java.util.Arrays;

/** Where each of a few numbers out of many stands in a list, looked up in one step. */
public final class Places {
  /** The place of each number, counted from 1; 0 for one that is not in the list. */
  private int[] places = new int[0];

  private int[] numbers = new int[64];
  private int size;

  /** Empties the list. */
  public void reset() {
    for (int place = 0; place < size; place++) {
      places[numbers[place]] = 0;
    }
    size = 0;
  }

  /** Makes it the list of the best, in their order. */
  public void reset(Best best) {
    reset();
    for (int i = 0; i < best.size(); i++) {
      add(best.number(i));
    }
  }

  /** Adds a number that is not in the list, at its end. */
  public void add(int number) {
    if (number >= places.length) {
      places = Arrays.copyOf(places, Math.max(number + 1, 2 * places.length));
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
    places[number] = size;
  }

  /**
   * Finds the numbers of the list among many. Few are in it, and there is no telling which: a
   * branch at each would be foreseen wrongly too often, so there is none.
   *
   * @param among the numbers, in the entries {@code from} to {@code to}
   * @param found where to leave which entries hold a number of the list; as long as there are
   *     entries
   * @return how many do
   */
  public int find(int[] among, int from, int to, int[] found) {
    int[] known = places;
    int count = 0;
    for (int e = from; e < to; e++) {
      int number = among[e];
      found[count] = e;
      count += number < known.length && known[number] != 0 ? 1 : 0;
    }
    return count;
  }

  /** How long the list is. */
  public int size() {
    return size;
  }

  /**
   * Which of the numbers stands last in the list: its index among the entries {@code from} to
   * {@code to}, {@code from} if none of them is in the list.
   */
  public int last(int[] of, int from, int to) {
    int[] known = places;
    int last = 0;
    int at = from;
    for (int e = from; e < to; e++) {
      int number = of[e];
      if (number < known.length && known[number] > last) {
        last = known[number];
        at = e;
        if (last == size) {
          break;
        }
      }
    }
    return at;
  }

  /** Where a number stands, from 0; −1 if it does not. */
  public int of(int number) {
    return number < places.length ? places[number] - 1 : -1;
  }
}
