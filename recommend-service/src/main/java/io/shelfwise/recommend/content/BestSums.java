package io.shelfwise.recommend.content;

import io.shelfwise.recommend.model.Best;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds the products that score best by terms, without adding up all scores (MaxScore, term at a
 * time): the terms that can add much and few products have come first, and those that are left can
 * add no more than the sum of their reaches. When that is less than what the k-th best product has
 * already, a product that has not been met yet cannot come among the best any more; from then on,
 * terms only add to products that were met, of which fewer and fewer can still come up.
 *
 * <p>It is the same to the last bit as adding up everything in the order of {@link
 * AskedTerms#order}. Of what a hundred thousand products of a generated shop score by words, a
 * sixth is read; by attributes, a quarter.
 *
 * <p>Room for one thread to work in: an array of a sum for each product, which is emptied in the
 * time it took to fill it.
 *
 * @see <a href="https://doi.org/10.1016/0306-4573(95)00020-H">Turtle, Flood: Query evaluation:
 *     strategies and optimizations, 1995</a>
 */
final class BestSums {
  private static final ThreadLocal<BestSums> OF_THREAD = ThreadLocal.withInitial(BestSums::new);

  /** What sums of floats may be off by: bounds are as much more generous. */
  private static final float ROUNDING = 1e-5f;

  /** So many entries of a list are read in the time that one is looked for. */
  private static final int READ_PER_SEEK = 8;

  /** So many entries of a list are read in the time in which a candidate is judged. */
  private static final int READ_PER_CANDIDATE = 2;

  /** How finely sums are told apart that say what the best have at least. */
  private static final int SIZES = 1 << 10;

  /** Stands in place of the sum of a product that may not be found. */
  private static final float OUT = Float.NEGATIVE_INFINITY;

  private float[] sums = new float[0];

  /** All whose sum is not 0. */
  private int[] met = new int[0];

  private int metCount;

  /** Those of them that may be found, and can come among the best still. */
  private int[] candidates = new int[0];

  private int candidateCount;
  private boolean inOrder;

  /** How many candidates have a sum of each size, the largest sum there can be in the last. */
  private final int[] sizes = new int[SIZES + 1];

  private BestSums() {}

  /** The room of this thread. */
  static BestSums ofThread() {
    return OF_THREAD.get();
  }

  /** The best products by terms, the best first, of equals the lower number; all score above 0. */
  int[] of(AskedTerms asked, int most, IntPredicate allowed) {
    makeRoom(asked.products());
    try {
      add(asked, most, allowed);
      Best best = new Best();
      best.reset(most);
      for (int c = 0; c < candidateCount; c++) {
        int product = candidates[c];
        if (best.beats(product, sums[product])) {
          best.add(product, sums[product]);
        }
      }
      best.sort();
      int[] found = new int[best.size()];
      Arrays.setAll(found, best::number);
      return found;
    } finally {
      empty();
    }
  }

  private void makeRoom(int products) {
    if (sums.length < products) {
      sums = new float[products];
      met = new int[products + 1];
      candidates = new int[products];
    }
  }

  private void empty() {
    for (int i = 0; i < metCount; i++) {
      sums[met[i]] = 0;
    }
    metCount = 0;
    candidateCount = 0;
    inOrder = false;
  }

  private void add(AskedTerms asked, int most, IntPredicate allowed) {
    int[] order = asked.order();
    float[] left = left(asked, order);
    float least = 0;
    for (int i = 0; i < order.length; i++) {
      ScoredTerm term = asked.terms().get(order[i]);
      float boost = asked.boosts()[order[i]];
      // As long as more is left than was added, no product can be left out; and before a short list
      // it would take longer than to read it.
      if (left[0] - left[i] > left[i] && READ_PER_CANDIDATE * term.size() > candidateCount) {
        least = least(most, left[0]);
        keep(least - left[i]);
      }
      if (least <= left[i]) {
        meet(term, boost, allowed);
      } else if (term.size() > READ_PER_SEEK * candidateCount) {
        putInOrder();
        addToCandidates(term, boost);
      } else {
        addToMet(term, boost);
      }
    }
  }

  /** What the terms from each on can add at most, and a little more. */
  private static float[] left(AskedTerms asked, int[] order) {
    float[] left = new float[order.length + 1];
    for (int i = order.length - 1; i >= 0; i--) {
      left[i] = left[i + 1] + asked.reach(order[i]) * (1 + ROUNDING);
    }
    return left;
  }

  private void meet(ScoredTerm term, float boost, IntPredicate allowed) {
    int before = metCount;
    int size = before;
    for (int e = 0; e < term.size(); e++) {
      int product = term.products()[e];
      float sum = sums[product];
      // Written in any case, and kept or not: which cannot be foretold, as a jump would have to be.
      met[size] = product;
      size += sum == 0 ? 1 : 0;
      sums[product] = sum + boost * term.scores()[e];
    }
    metCount = size;
    for (int i = before; i < size; i++) {
      if (allowed.test(met[i])) {
        candidates[candidateCount++] = met[i];
      } else {
        sums[met[i]] = OUT;
      }
    }
  }

  /** Reads the whole list. */
  private void addToMet(ScoredTerm term, float boost) {
    for (int e = 0; e < term.size(); e++) {
      int product = term.products()[e];
      float sum = sums[product];
      sums[product] = sum + (sum == 0 ? 0 : boost * term.scores()[e]);
    }
  }

  /** Candidates come in the order in which they were met, and a list is in that of its products. */
  private void putInOrder() {
    if (!inOrder) {
      Arrays.sort(candidates, 0, candidateCount);
      inOrder = true;
    }
  }

  /** Looks for the candidates in the list. */
  private void addToCandidates(ScoredTerm term, float boost) {
    int place = 0;
    for (int c = 0; c < candidateCount; c++) {
      place = term.seek(candidates[c], place);
      if (term.has(candidates[c], place)) {
        sums[candidates[c]] += boost * term.scores()[place];
      }
    }
  }

  /** What the best have at least: the size that as many candidates have, rounded down. */
  private float least(int most, float largest) {
    Arrays.fill(sizes, 0);
    float scale = SIZES / largest;
    for (int c = 0; c < candidateCount; c++) {
      sizes[(int) (sums[candidates[c]] * scale)]++;
    }
    int size = SIZES;
    for (int count = sizes[size]; count < most && size > 0; count += sizes[size]) {
      size--;
    }
    return size / scale * (1 - ROUNDING);
  }

  /** Leaves out the candidates that have not enough to come among the best any more. */
  private void keep(float enough) {
    if (enough <= 0) {
      return;
    }
    int kept = 0;
    for (int c = 0; c < candidateCount; c++) {
      int product = candidates[c];
      candidates[kept] = product;
      kept += sums[product] >= enough ? 1 : 0;
    }
    candidateCount = kept;
  }
}
