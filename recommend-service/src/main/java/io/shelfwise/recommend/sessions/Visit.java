package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.interactions.Trails;
import java.util.Arrays;
import java.util.stream.IntStream;

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
   * The last visit of a trail; where there is no trail, all products of the taste are one. What the
   * customer turned against, brought back or rated badly, says nothing.
   *
   * @param pause how many minutes it lies still at most
   * @param decay how fast what lies further back loses weight
   */
  static Visit of(Trail trail, Taste taste, int pause, double decay) {
    int[] visited = newestFirst(trail, pause);
    int[] newestFirst =
        visited.length == 0
            ? IntStream.range(0, taste.size())
                .filter(i -> taste.interest(i) > 0)
                .limit(LONGEST)
                .map(taste::product)
                .toArray()
            : without(visited, taste);
    int length = newestFirst.length;
    int[] products = new int[length];
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      products[i] = newestFirst[length - 1 - i];
      weights[i] = Math.pow((i + 1.0) / length, decay);
    }
    return new Visit(products, weights);
  }

  private static int[] without(int[] visited, Taste taste) {
    int[] against =
        IntStream.range(0, taste.size())
            .filter(i -> taste.interest(i) < 0)
            .map(taste::product)
            .toArray();
    return against.length == 0
        ? visited
        : IntStream.of(visited)
            .filter(product -> IntStream.of(against).noneMatch(one -> one == product))
            .toArray();
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
