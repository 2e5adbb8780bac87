package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.algebra.Selection;
import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

/**
 * Chooses which weights of a product are kept: those of the largest amount, as it is where the
 * scaling by popularity is undone. A weight for a popular product matters more than as large a one
 * for another, because popular products are nearer to being proposed.
 *
 * <p>Room for one thread to work in.
 */
final class StrongestWeights {
  private final float[] units;
  private final float[] amounts;
  private final Selection selection;

  /**
   * Chooses among weights.
   *
   * @param units by what the amount of a weight is multiplied, by the product that it is for
   * @param most of how many weights at most
   */
  StrongestWeights(float[] units, int most) {
    this.units = units;
    this.amounts = new float[most];
    this.selection = new Selection(most);
  }

  /** The strongest weights of each row of a matrix, at most so many. */
  static SparseMatrix of(SparseMatrix all, float[] units, int kept) {
    int[] starts = new int[all.height() + 1];
    for (int row = 0; row < all.height(); row++) {
      starts[row + 1] = starts[row] + Math.min(kept, all.starts()[row + 1] - all.starts()[row]);
    }
    int[] columns = new int[starts[all.height()]];
    float[] values = new float[columns.length];
    StrongestWeights strongest = new StrongestWeights(units, all.width());
    for (int row = 0; row < all.height(); row++) {
      strongest.keep(all, row, starts[row + 1] - starts[row], columns, values, starts[row]);
    }
    return new SparseMatrix(all.width(), starts, columns, values);
  }

  private void keep(SparseMatrix from, int row, int kept, int[] columns, float[] values, int at) {
    int start = from.starts()[row];
    int count = from.starts()[row + 1] - start;
    if (count == kept) {
      System.arraycopy(from.columns(), start, columns, at, count);
      System.arraycopy(from.values(), start, values, at, count);
    } else {
      keep(
          Arrays.copyOfRange(from.columns(), start, start + count),
          Arrays.copyOfRange(from.values(), start, start + count),
          count,
          kept,
          columns,
          values,
          at);
    }
  }

  /**
   * Keeps the strongest of the first {@code count} weights, in their order; of equally strong ones
   * the first.
   *
   * @param products the products they are for
   * @param kept how many, at most {@code count}
   * @param toProducts where to put the products that are kept, from {@code at} on
   * @param toWeights where to put their weights
   */
  void keep(
      int[] products,
      float[] weights,
      int count,
      int kept,
      int[] toProducts,
      float[] toWeights,
      int at) {
    if (kept == 0) {
      return;
    }
    for (int i = 0; i < count; i++) {
      amounts[i] = Math.abs(weights[i]) * units[products[i]];
    }
    float least = selection.largest(amounts, count, kept);
    int ties = kept;
    for (int i = 0; i < count; i++) {
      ties -= amounts[i] > least ? 1 : 0;
    }
    int to = at;
    for (int i = 0; to < at + kept; i++) {
      // Written in any case, and kept or not.
      toProducts[to] = products[i];
      toWeights[to] = weights[i];
      boolean tie = amounts[i] == least && ties > 0;
      ties -= tie ? 1 : 0;
      to += amounts[i] > least || tie ? 1 : 0;
    }
  }
}
