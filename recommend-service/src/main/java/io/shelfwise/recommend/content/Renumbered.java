package io.shelfwise.recommend.content;

import io.shelfwise.recommend.interactions.Dictionary;
import java.util.Arrays;

/**
 * The numbers that what one dictionary numbers has in another. Reading takes no lock.
 *
 * @see Dictionary
 */
final class Renumbered {
  private final Dictionary from;
  private final Dictionary to;

  /** For each number the other, from 1 on; 0 as long as no one has asked. */
  private volatile int[] known = new int[0];

  Renumbered(Dictionary from, Dictionary to) {
    this.from = from;
    this.to = to;
  }

  /** Whether it tells what the numbers of this dictionary are. */
  // Two dictionaries are the same only if they are one.
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Dictionary numbers) {
    return numbers == from;
  }

  /** The other number of a number. */
  int of(int number) {
    int[] numbers = known;
    int other = number < numbers.length ? numbers[number] : 0;
    return other > 0 ? other - 1 : ask(number);
  }

  private synchronized int ask(int number) {
    int[] numbers = known;
    if (number >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(from.size(), 2 * numbers.length));
    }
    int other = to.number(from.id(number));
    numbers[number] = other + 1;
    known = numbers;
    return other;
  }
}
