package io.shelfwise.recommend.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The best few of many scored numbers. Of equal scores the lower number is better, so that the
 * order does not depend on chance.
 *
 * <p>What is added is collected, and when there are twice as many as are asked for and some more,
 * the worse of them are dropped; the worst that is left is what others have to beat then. That is
 * Hoare's Find, with a partition that asks nothing: which of two numbers is better cannot be
 * foretold, and a heap asks that at each of its steps.
 *
 * @see <a href="https://doi.org/10.1145/366622.366647">Hoare (1961), Algorithm 65: Find</a>
 */
public final class Best {
  /** How many are collected at least before the worse are dropped. */
  private static final int SPARE = 64;

  private int[] numbers = new int[0];
  private double[] scores = new double[0];

  // What was there before it is sorted: its keys, and the same in no order.
  private int[] keys = new int[0];
  private int[] unsorted = new int[0];
  private double[] unsortedScores = new double[0];

  private int most;
  private int size;

  /** The worst of those that were left when the others were dropped. */
  private double bound;

  private int boundNumber;

  /** Empties it, to keep at most {@code most}. */
  public void reset(int most) {
    this.most = most;
    this.size = 0;
    this.bound = Double.NEGATIVE_INFINITY;
    this.boundNumber = -1;
  }

  /** Keeps the best of the scores among the numbers that are allowed, in order, the best first. */
  public void select(Scores from, int most, IntPredicate allowed) {
    reset(most);
    double least = least();
    double[] values = from.values();
    for (int line = from.nextLine(0); line >= 0; line = from.nextLine(line + Scores.LINE)) {
      for (int number = line; number < line + Scores.LINE; number++) {
        if (values[number] > least) {
          least = consider(number, values[number], allowed);
        }
      }
    }
    sort();
  }

  /**
   * The same of scores that are each multiplied by a factor and by that of its number.
   *
   * @param factors those of all numbers that have a score; finite and not negative
   */
  public void select(Scores from, float[] factors, double factor, int most, IntPredicate allowed) {
    reset(most);
    double least = least();
    double[] values = from.values();
    for (int line = from.nextLine(0); line >= 0; line = from.nextLine(line + Scores.LINE)) {
      int end = Math.min(line + Scores.LINE, factors.length);
      for (int number = line; number < end; number++) {
        double score = values[number] * factor * factors[number];
        if (score > least) {
          least = consider(number, score, allowed);
        }
      }
    }
    sort();
  }

  /**
   * The same of scores that are each divided by the divisor of its number.
   *
   * @param divisors those of all numbers that have a score; finite and not negative
   */
  public void select(Scores from, float[] divisors, int most, IntPredicate allowed) {
    reset(most);
    double least = least();
    double[] values = from.values();
    for (int line = from.nextLine(0); line >= 0; line = from.nextLine(line + Scores.LINE)) {
      int end = Math.min(line + Scores.LINE, divisors.length);
      for (int number = line; number < end; number++) {
        double score = values[number] / divisors[number];
        if (score > least) {
          least = consider(number, score, allowed);
        }
      }
    }
    sort();
  }

  /**
   * Adds a number that scores more than the least. Numbers ascend, so one that is merely as good as
   * the worst that is kept comes too late. What is allowed is asked last, because it costs most.
   *
   * @return what is the least now
   */
  private double consider(int number, double score, IntPredicate allowed) {
    if (allowed.test(number)) {
      add(number, score);
    }
    return least();
  }

  /**
   * A score below which nothing is kept any more, nor at it a number that is higher than all that
   * are there; 0 as long as there may be room.
   */
  public double least() {
    return most == 0 ? Double.POSITIVE_INFINITY : Math.max(0, bound);
  }

  /** Whether a number may be kept. */
  public boolean beats(int number, double score) {
    return most > 0 && (score > bound || (score == bound && number < boundNumber));
  }

  /** Adds a number that {@link #beats} those that are there. */
  public void add(int number, double score) {
    if (size == numbers.length) {
      makeRoom();
    }
    numbers[size] = number;
    scores[size++] = score;
  }

  /** As much as what was added asks for: the most may be more than there will ever be. */
  private void makeRoom() {
    long collected = 2L * most + SPARE;
    if (size < collected) {
      int length = Math.toIntExact(Math.min(collected, 2L * size + SPARE));
      numbers = Arrays.copyOf(numbers, length);
      scores = Arrays.copyOf(scores, length);
    } else {
      drop();
    }
  }

  /** Drops all but the best. */
  private void drop() {
    int low = 0;
    int high = size - 1;
    int last = most - 1;
    while (low < high) {
      int middle = partition(low, high);
      if (middle <= last) {
        low = middle + 1;
      }
      if (middle >= last) {
        high = middle - 1;
      }
    }
    size = most;
    bound = scores[last];
    boundNumber = numbers[last];
  }

  /**
   * Puts those first that are better than one of them.
   *
   * @return where that one stands then
   */
  @SuppressWarnings("ShortCircuitBoolean") // a jump less, that could not be foretold
  private int partition(int low, int high) {
    int middle = (low + high) >>> 1;
    double pivot = scores[middle];
    int pivotNumber = numbers[middle];
    put(middle, numbers[high], scores[high]);
    int better = low;
    for (int i = low; i < high; i++) {
      double score = scores[i];
      int number = numbers[i];
      put(i, numbers[better], scores[better]);
      put(better, number, score);
      better += (score > pivot | (score == pivot & number < pivotNumber)) ? 1 : 0;
    }
    put(high, numbers[better], scores[better]);
    put(better, pivotNumber, pivot);
    return better;
  }

  /** Leaves the best in order, the best first; nothing can be read before that, nor added after. */
  public void sort() {
    if (size > most) {
      drop();
    }
    sortNearly();
    for (int i = 1; i < size; i++) {
      int number = numbers[i];
      double score = scores[i];
      int at = i;
      while (at > 0 && isWorse(numbers[at - 1], scores[at - 1], number, score)) {
        put(at, numbers[at - 1], scores[at - 1]);
        at--;
      }
      put(at, number, score);
    }
  }

  /**
   * Puts in order all but those whose scores are alike in their leading digits. Integers are what
   * the JDK sorts fastest, so each holds the digits of a score and, in its last bits, the place.
   */
  private void sortNearly() {
    if (keys.length < size) {
      keys = new int[numbers.length];
      unsorted = new int[numbers.length];
      unsortedScores = new double[numbers.length];
    }
    int places = -1 >>> Integer.numberOfLeadingZeros(size);
    for (int i = 0; i < size; i++) {
      int bits = Float.floatToRawIntBits((float) scores[i]);
      // Numbers below 0 are ordered as their bits are not.
      int ascending = bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
      keys[i] = (~ascending & ~places) | i;
    }
    Arrays.sort(keys, 0, size);
    System.arraycopy(numbers, 0, unsorted, 0, size);
    System.arraycopy(scores, 0, unsortedScores, 0, size);
    for (int i = 0; i < size; i++) {
      int from = keys[i] & places;
      put(i, unsorted[from], unsortedScores[from]);
    }
  }

  private void put(int at, int number, double score) {
    numbers[at] = number;
    scores[at] = score;
  }

  private static boolean isWorse(int a, double scoreOfA, int b, double scoreOfB) {
    return scoreOfA < scoreOfB || (scoreOfA == scoreOfB && a > b);
  }

  /** What is kept as proposals that no one asked the reason of; in order after {@link #sort}. */
  public List<Proposal> proposals() {
    List<Proposal> proposals = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      proposals.add(new Proposal(numbers[i], scores[i], List.of()));
    }
    return proposals;
  }

  /** Scores anew what is kept, and keeps in order what is more than 0 then. */
  public void rescore(IntToDoubleFunction score) {
    int[] kept = Arrays.copyOf(numbers, size);
    reset(most);
    for (int number : kept) {
      double again = score.applyAsDouble(number);
      if (again > 0) {
        add(number, again);
      }
    }
    sort();
  }

  /** How many are kept. */
  public int size() {
    return Math.min(size, most);
  }

  /** The i-th best number. */
  public int number(int i) {
    return numbers[i];
  }

  /** The score of the i-th best number. */
  public double score(int i) {
    return scores[i];
  }
}
