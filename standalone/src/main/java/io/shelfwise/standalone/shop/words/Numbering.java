package io.shelfwise.standalone.shop.words;

import java.math.BigInteger;

/**
 * Numbers as a shop's: of one length, each once, and not in a row, since numbers were given to
 * goods and customers that are long gone.
 */
public final class Numbering {
  private static final int FEWEST_DIGITS = 5;

  /**
   * A prime beside 2, 3 and 5, the only ones in 9 × 10ⁿ: so its multiples meet every number once.
   */
  private static final long STEP = 7_919;

  private static final long OFFSET = 1_432;

  private final long first;
  private final long count;
  private final long inverseStep;

  /** Numbers for so many things. */
  public Numbering(long things) {
    long lowest = Math.round(Math.pow(10, FEWEST_DIGITS - 1));
    while (9 * lowest < things) {
      lowest *= 10;
    }
    first = lowest;
    count = 9 * lowest;
    inverseStep = BigInteger.valueOf(STEP).modInverse(BigInteger.valueOf(count)).longValueExact();
  }

  /** The number of the thing at an index. */
  public long number(int index) {
    return first + (index * STEP + OFFSET) % count;
  }

  /** The index of the thing that has a number. */
  public int index(long number) {
    long place = Math.floorMod(number - first - OFFSET, count);
    return Math.toIntExact(place * inverseStep % count);
  }
}
