package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.interactions.Trails;
import java.util.Arrays;

/**
 * The present visit: its products in the order in which they were last seen, each once, and how
 * much each weighs.
 *
 * @param products the products, the newest last
 * @param weights their weights; that of the newest is 1
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one query
record Visit(int[] products, double[] weights) {
  /** What is further back says nothing any more. */
  private static final int LONGEST = 50;

  /**
   * The last visit of a trail; where there is no trail, all products of the taste are one.
   *
   * @param pause how many minutes it lies still at most
   * @param decay how fast what lies further back loses weight
   */
  static Visit of(Trail trail, Taste taste, int pause, double decay) {
    int[] newestFirst = newestFirst(trail, pause);
    if (newestFirst.length == 0) {
      newestFirst = new int[Math.min(LONGEST, taste.size())];
      Arrays.setAll(newestFirst, taste::product);
    }
    int length = newestFirst.length;
    int[] products = new int[length];
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      products[i] = newestFirst[length - 1 - i];
      weights[i] = Math.pow((i + 1.0) / length, decay);
    }
    return new Visit(products, weights);
  }

  private static int[] newestFirst(Trail trail, int pause) {
    int[] found = new int[LONGEST];
    int size = 0;
    int after = 0;
    boolean begun = false;
    for (int i = trail.size() - 1; i >= 0 && size < LONGEST; i--) {
      if (Trails.isVisit(trail.kind(i))) {
        if (begun && after - trail.minute(i) > pause) {
          break;
        }
        begun = true;
        after = trail.minute(i);
        int product = trail.product(i);
        if (Arrays.stream(found, 0, size).noneMatch(one -> one == product)) {
          found[size++] = product;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** How many products there are. */
  int length() {
    return products.length;
  }
}
