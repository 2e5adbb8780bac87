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
 * @param kinds what rows of each kind have in common
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
    List<Kind> kinds) {

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

  /**
   * The means of the rows of a kind.
   *
   * @param weight of the sum of the weights of a row's entries, as a part of that of all rows
   * @param penalty of the regularisation
   */
  record Kind(double weight, double penalty) {}

  /** The side of these observations. */
  static Side of(SparseMatrix observed, FactorSettings settings) {
    int rows = observed.height();
    float[] weights = new float[rows];
    float[] columnWeights = new float[observed.width()];
    for (int row = 0; row < rows; row++) {
      weights[row] = weigh(observed, row, settings.feedback(), columnWeights);
    }
    int[] order =
        IntStream.range(0, rows)
            .filter(row -> length(observed, row) > 0)
            .boxed()
            .sorted((a, b) -> Float.compare(weights[b], weights[a]))
            .mapToInt(row -> row)
            .toArray();
    List<Block> blocks = blocks(order, weights);
    float[] penalties = penalties(observed, columnWeights, settings);
    return new Side(
        observed,
        settings.feedback(),
        weights,
        columnWeights,
        penalties,
        order,
        blocks,
        kinds(blocks, order, weights, penalties, sum(columnWeights)));
  }

  /** The weight of a row, which is added to those of its columns entry by entry. */
  private static float weigh(
      SparseMatrix observed, int row, Feedback feedback, float[] columnWeights) {
    float sum = 0;
    for (int e = observed.starts()[row]; e < observed.starts()[row + 1]; e++) {
      float weight = feedback.weight(observed.values()[e]);
      sum += weight;
      columnWeights[observed.columns()[e]] += weight;
    }
    return sum;
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

  private static double sum(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    return sum;
  }

  private static List<Kind> kinds(
      List<Block> blocks, int[] order, float[] weights, float[] penalties, double all) {
    List<Kind> kinds = new ArrayList<>();
    for (int b = 0; b < blocks.size(); ) {
      int kind = blocks.get(b).kind();
      int from = blocks.get(b).from();
      while (b < blocks.size() && blocks.get(b).kind() == kind) {
        b++;
      }
      kinds.add(mean(order, from, blocks.get(b - 1).to(), weights, penalties, all));
    }
    return List.copyOf(kinds);
  }

  private static Kind mean(
      int[] order, int from, int to, float[] weights, float[] penalties, double all) {
    double weight = 0;
    double penalty = 0;
    for (int i = from; i < to; i++) {
      weight += weights[order[i]];
      penalty += penalties[order[i]];
    }
    int rows = to - from;
    return new Kind(weight / rows / all, penalty / rows);
  }

  /** How many entries a row has. */
  int length(int row) {
    return length(observed, row);
  }
}
