package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What does not change while the factors of one side, customers or products, are solved for again
 * and again: what was observed, what each row costs, and in which order the rows are taken.
 *
 * @param observed the entries that were observed, in rows of those whose factors are solved for
 * @param feedback what the entries say
 * @param weights the sum of the weights of each row's entries
 * @param columnWeights the same of each column
 * @param penalties the regularisation of each row
 * @param order the rows that have entries, the heaviest first
 * @param blocks the rows that are solved for together, in their order
 * @param kinds how many kinds of blocks there are
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Side(
    SparseMatrix observed,
    Feedback feedback,
    float[] weights,
    float[] columnWeights,
    float[] penalties,
    int[] order,
    List<Block> blocks,
    int kinds) {

  /** The lightest row of a kind has at least this part of the weight of the heaviest. */
  private static final double LEAST_PART = 0.25;

  /**
   * Rows of one kind, that is, of about the same weight.
   *
   * @param kind the number of the kind
   * @param from where in the order the rows start
   * @param to and where they end
   */
  record Block(int kind, int from, int to) {}

  /** The side of these observations. */
  static Side of(SparseMatrix observed, FactorSettings settings) {
    int rows = observed.height();
    float[] weights = new float[rows];
    float[] columnWeights = new float[observed.width()];
    for (int row = 0; row < rows; row++) {
      for (int e = observed.starts()[row]; e < observed.starts()[row + 1]; e++) {
        float weight = settings.feedback().weight(observed.values()[e]);
        weights[row] += weight;
        columnWeights[observed.columns()[e]] += weight;
      }
    }
    int[] order =
        IntStream.range(0, rows)
            .filter(row -> length(observed, row) > 0)
            .boxed()
            .sorted((a, b) -> Float.compare(weights[b], weights[a]))
            .mapToInt(row -> row)
            .toArray();
    List<Block> blocks = blocks(order, weights);
    return new Side(
        observed,
        settings.feedback(),
        weights,
        columnWeights,
        penalties(observed, columnWeights, settings),
        order,
        blocks,
        blocks.isEmpty() ? 0 : blocks.getLast().kind() + 1);
  }

  private static int length(SparseMatrix matrix, int row) {
    return matrix.starts()[row + 1] - matrix.starts()[row];
  }

  private static float[] penalties(
      SparseMatrix observed, float[] columnWeights, FactorSettings settings) {
    int columns = 0;
    for (float weight : columnWeights) {
      columns += weight > 0 ? 1 : 0;
    }
    float[] penalties = new float[observed.height()];
    for (int row = 0; row < penalties.length; row++) {
      penalties[row] = (float) settings.penalty(length(observed, row), columns);
    }
    return penalties;
  }

  private static List<Block> blocks(int[] order, float[] weights) {
    List<Block> blocks = new ArrayList<>();
    int kind = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int from = 0; from < order.length; ) {
      if (weights[order[from]] < least) {
        kind++;
        least = LEAST_PART * weights[order[from]];
      }
      int to = from + 1;
      while (to < order.length
          && to < from + ConjugateGradients.ROWS
          && weights[order[to]] >= least) {
        to++;
      }
      blocks.add(new Block(kind, from, to));
      from = to;
    }
    return List.copyOf(blocks);
  }

  /** How many entries a row has. */
  int length(int row) {
    return length(observed, row);
  }
}
