package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

/**
 * What a few products have in common with each other. Found customer by customer, through lists of
 * which of the few each customer is interested in, so that it takes no longer than the products
 * have customers and those have interests in common.
 *
 * <p>Room for one thread to work in.
 */
final class Overlaps {
  private static final int NONE = -1;

  private final SparseMatrix byProduct;

  /** The newest node of each customer's list. */
  private final int[] heads;

  /** The nodes of all lists: the one before, which of the products, the interest in it. */
  private int[] before = new int[1024];

  private int[] which = new int[1024];
  private float[] interests = new float[1024];

  Overlaps(LearnedProducts products) {
    this.byProduct = products.byProduct();
    this.heads = new int[byProduct.width()];
    Arrays.fill(heads, NONE);
  }

  /**
   * Writes what the {@code i}-th and the {@code j}-th of some products have in common to {@code i ·
   * size + j}, for {@code i ≤ j}.
   *
   * @param picks the products, from {@code at} on
   */
  void write(int[] picks, int at, int size, float[] matrix) {
    Arrays.fill(matrix, 0, size * size, 0);
    int nodes = 0;
    for (int j = 0; j < size; j++) {
      int from = byProduct.starts()[picks[at + j]];
      int to = byProduct.starts()[picks[at + j] + 1];
      grow(nodes + to - from);
      for (int e = from; e < to; e++) {
        int customer = byProduct.columns()[e];
        float interest = byProduct.values()[e];
        int head = heads[customer];
        before[nodes] = head;
        which[nodes] = j;
        interests[nodes] = interest;
        heads[customer] = nodes++;
        matrix[j * size + j] += interest * interest;
        for (int node = head; node != NONE; node = before[node]) {
          matrix[which[node] * size + j] += interest * interests[node];
        }
      }
    }
    for (int j = 0; j < size; j++) {
      for (int e = byProduct.starts()[picks[at + j]];
          e < byProduct.starts()[picks[at + j] + 1];
          e++) {
        heads[byProduct.columns()[e]] = NONE;
      }
    }
  }

  private void grow(int nodes) {
    if (nodes > before.length) {
      int length = Math.max(nodes, 2 * before.length);
      before = Arrays.copyOf(before, length);
      which = Arrays.copyOf(which, length);
      interests = Arrays.copyOf(interests, length);
    }
  }
}
