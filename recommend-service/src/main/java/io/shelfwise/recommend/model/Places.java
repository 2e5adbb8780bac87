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

  /** How long the list is. */
  public int size() {
    return size;
  }

  /** Where a number stands, from 0; −1 if it does not. */
  public int of(int number) {
    return number < places.length ? places[number] - 1 : -1;
  }
}
