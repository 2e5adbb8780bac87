package io.shelfwise.recommend.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * The best few of many scored numbers: a heap whose root is the worst that is kept. Of equal scores
 * the lower number is better, so that the order does not depend on chance.
 */
public final class Best {
  private int[] numbers = new int[0];
  private double[] scores = new double[0];
  private int most;
  private int size;

  /** Empties it, to keep at most {@code most}. */
  public void reset(int most) {
    if (numbers.length < most) {
      numbers = new int[most];
      scores = new double[most];
    }
    this.most = most;
    this.size = 0;
  }

  /** Keeps the best of the scores among the numbers that are allowed, in order, the best first. */
  public void select(Scores from, int most, IntPredicate allowed) {
    reset(most);
    double least = least();
    for (int word = 0; word < from.words(); word++) {
      for (long left = from.marks(word); left != 0; left &= left - 1) {
        int number = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        double score = from.get(number);
        if (score > least) {
          least = consider(number, score, allowed);
        }
      }
    }
    sort();
  }

  /**
   * The same of scores that are each multiplied by a factor and by that of its number.
   *
   * @param factors those of all numbers that may have a score; all finite
   */
  public void select(Scores from, float[] factors, double factor, int most, IntPredicate allowed) {
    reset(most);
    double least = least();
    for (int word = 0; word < from.words(); word++) {
      for (long left = from.marks(word); left != 0; left &= left - 1) {
        int number = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        double score = from.get(number) * factor * factors[number];
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
   * Below which score nothing is kept any more, nor at it a number that is higher than all that are
   * there; 0 as long as there is room. What is to be put in order is not yet.
   */
  public double least() {
    if (most == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return size < most ? 0 : Math.max(0, scores[0]);
  }

  /** Whether a number would be kept. */
  public boolean beats(int number, double score) {
    return size < most || (most > 0 && isWorse(numbers[0], scores[0], number, score));
  }

  /** Keeps a number that {@link #beats} those that are there. */
  public void add(int number, double score) {
    if (size < most) {
      int child = size++;
      while (child > 0) {
        int parent = (child - 1) / 2;
        if (!isWorse(number, score, numbers[parent], scores[parent])) {
          break;
        }
        put(child, numbers[parent], scores[parent]);
        child = parent;
      }
      put(child, number, score);
    } else {
      sink(number, score, size);
    }
  }

  /** Puts what was kept in order, the best first; nothing can be added after that. */
  public void sort() {
    for (int last = size - 1; last > 0; last--) {
      int number = numbers[last];
      double score = scores[last];
      put(last, numbers[0], scores[0]);
      sink(number, score, last);
    }
  }

  /**
   * Puts an entry in place of the root and lets it sink to where it belongs among the first {@code
   * length}.
   */
  private void sink(int number, double score, int length) {
    int parent = 0;
    while (true) {
      int child = 2 * parent + 1;
      if (child >= length) {
        break;
      }
      if (child + 1 < length
          && isWorse(numbers[child + 1], scores[child + 1], numbers[child], scores[child])) {
        child++;
      }
      if (!isWorse(numbers[child], scores[child], number, score)) {
        break;
      }
      put(parent, numbers[child], scores[child]);
      parent = child;
    }
    put(parent, number, score);
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
    return size;
  }

  /** The i-th number: after {@link #sort}, the i-th best. */
  public int number(int i) {
    return numbers[i];
  }

  /** The score of the i-th number. */
  public double score(int i) {
    return scores[i];
  }
}
