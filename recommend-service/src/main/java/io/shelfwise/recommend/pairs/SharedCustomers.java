package io.shelfwise.recommend.pairs;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;
import java.util.stream.IntStream;

/**
 * The product {@code Lᵀ·R} of two sparse matrices of the same customers, of which the best few
 * entries of each row are kept: for each product of {@code L} the products of {@code R} that the
 * same customers have. Nothing as large as products times products is ever held.
 *
 * <p>A row is made by going through the customers of its product, and through the products of each
 * (Gustavson 1978): the time is that of the pairs that there are. Rows are dealt out to as many
 * threads as there are, in parts that are the same on any machine, and each row is added up by one
 * thread in one order: so the result is the same bit for bit.
 *
 * @see <a href="https://doi.org/10.1145/355791.355796">Gustavson (1978), Two fast algorithms for
 *     sparse matrices: multiplication and permuted transposition</a>
 */
public final class SharedCustomers {
  /** In how many parts the rows are dealt out: many more than there are threads. */
  private static final int PARTS = 128;

  /** In how many rounds, after each of which the progress is told. */
  private static final int ROUNDS = 8;

  private final SparseMatrix customersOf;
  private final SparseMatrix others;
  private final boolean counting;
  private final PairBounds bounds;

  /**
   * The customers that products of one matrix share with products of another.
   *
   * @param left customers by products; each product is a row of what is found
   * @param right the same customers by products; each product is a column of it
   */
  public SharedCustomers(SparseMatrix left, SparseMatrix right, PairBounds bounds) {
    if (left.height() != right.height()) {
      throw new IllegalArgumentException(
          "customers: " + right.height() + " (expected: " + left.height() + ")");
    }
    this.customersOf = left.transposed();
    this.others = right;
    this.counting = isOnes(left) && isOnes(right);
    this.bounds = bounds;
  }

  private static boolean isOnes(SparseMatrix matrix) {
    for (float value : matrix.values()) {
      if (value != 1) {
        return false;
      }
    }
    return true;
  }

  /**
   * For each product the other products that have the greatest weight with it.
   *
   * @param most how many are kept for each at most
   * @return a row for each product, the greatest weight first, of equal ones the lower product
   */
  public SparseMatrix best(int most, PairWeight weight, Watch watch) {
    PairRow[] rows = new PairRow[customersOf.height()];
    int partsOfRound = PARTS / ROUNDS;
    for (int round = 0; round < ROUNDS; round++) {
      int first = round * partsOfRound;
      IntStream.range(first, first + partsOfRound)
          .parallel()
          .forEach(part -> fill(rows, part, most, weight, watch));
      watch.progress((round + 1.0) / ROUNDS);
    }
    return PairRow.stacked(rows, others.width());
  }

  private void fill(PairRow[] rows, int part, int most, PairWeight weight, Watch watch) {
    PairSums sums = new PairSums(others.width(), counting);
    for (int product = part; product < rows.length; product += PARTS) {
      watch.check();
      rows[product] = row(product, most, weight, sums);
    }
  }

  private PairRow row(int product, int most, PairWeight weight, PairSums sums) {
    int from = customersOf.starts()[product];
    int all = customersOf.starts()[product + 1] - from;
    int asked = Math.min(all, bounds.customers());
    sums.reset();
    for (long i = 0; i < asked; i++) {
      int e = from + (int) (i * all / asked);
      sums.addRow(others, customersOf.columns()[e], customersOf.values()[e]);
    }
    double scale = asked == 0 ? 0 : all / (double) asked;
    return sums.best(product, most, bounds.leastCustomers(), scale, weight);
  }
}
