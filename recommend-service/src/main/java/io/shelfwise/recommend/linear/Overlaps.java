package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

/**
 * What the neighbours of a product have in common with each other. It is added up customer by
 * customer, through lists of which of the neighbours each customer is interested in, so that only
 * those cost anything who are.
 *
 * <p>Two parts of the customers are asked: those of the product itself, who know most of what is
 * looked for, and others. However few of each are asked, their sum is a matrix of the form {@code
 * XᵀX}, and so not negative.
 *
 * <p>Room for one thread to work in.
 */
final class Overlaps {
  private static final int NONE = -1;

  private final SparseMatrix byProduct;

  /** For which product, counted from 1, each customer was marked last as one of its own. */
  private final int[] ownOf;

  /** The newest entry of each customer's list. */
  private final int[] heads;

  /** The entries of all lists: the one before, which of the neighbours, and the interest in it. */
  private int[] before = new int[1024];

  private int[] which = new int[1024];
  private float[] interests = new float[1024];
  private int entries;

  /** For the customers of these products. */
  Overlaps(SparseMatrix byProduct) {
    this.byProduct = byProduct;
    this.ownOf = new int[byProduct.width()];
    this.heads = new int[byProduct.width()];
    Arrays.fill(heads, NONE);
  }

  /**
   * Writes what the {@code i}-th and the {@code j}-th neighbour have in common to {@code i · size +
   * j}, for {@code i ≤ j}.
   *
   * @param own which of the product's customers are asked
   * @param others which of all others
   * @param neighbors the neighbours, from {@code at} on
   */
  void write(
      int product,
      CustomerSamples.Sample own,
      CustomerSamples.Sample others,
      int[] neighbors,
      int at,
      int size,
      float[] matrix) {
    Arrays.fill(matrix, 0, size * size, 0);
    for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
      ownOf[byProduct.columns()[e]] = product + 1;
    }
    add(product, true, own, neighbors, at, size, matrix);
    add(product, false, others, neighbors, at, size, matrix);
  }

  private void add(
      int product,
      boolean own,
      CustomerSamples.Sample sample,
      int[] neighbors,
      int at,
      int size,
      float[] matrix) {
    SparseMatrix asked = sample.byProduct();
    entries = 0;
    for (int j = 0; j < size; j++) {
      int end = asked.starts()[neighbors[at + j] + 1];
      for (int e = asked.starts()[neighbors[at + j]]; e < end; e++) {
        int customer = asked.columns()[e];
        if ((ownOf[customer] == product + 1) == own) {
          float interest = asked.values()[e];
          append(customer, j, interest);
          addPairs(heads[customer], sample.standFor() * interest, j, size, matrix);
        }
      }
    }
    for (int j = 0; j < size; j++) {
      int end = asked.starts()[neighbors[at + j] + 1];
      for (int e = asked.starts()[neighbors[at + j]]; e < end; e++) {
        heads[asked.columns()[e]] = NONE;
      }
    }
  }

  private void append(int customer, int neighbor, float interest) {
    if (entries == before.length) {
      before = Arrays.copyOf(before, 2 * entries);
      which = Arrays.copyOf(which, 2 * entries);
      interests = Arrays.copyOf(interests, 2 * entries);
    }
    before[entries] = heads[customer];
    which[entries] = neighbor;
    interests[entries] = interest;
    heads[customer] = entries++;
  }

  /** Adds what a customer tells of the newest in its list, together with all before it. */
  private void addPairs(int head, float interest, int neighbor, int size, float[] matrix) {
    for (int entry = head; entry != NONE; entry = before[entry]) {
      matrix[which[entry] * size + neighbor] += interest * interests[entry];
    }
  }
}
