package io.shelfwise.recommend.linear;

import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.Arrays;

/**
 * The products that anyone has an interest in, numbered without gaps: a catalogue may be many times
 * as large as what customers know of it.
 *
 * @param numbers the number that the store gave each of them, ascending
 * @param byProduct their interests, a product a row
 * @param byCustomer the same, a customer a row, the products of each in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record LearnedProducts(int[] numbers, SparseMatrix byProduct, SparseMatrix byCustomer) {

  static LearnedProducts of(SparseMatrix interests) {
    SparseMatrix all = interests.transposed();
    int[] numbers = new int[all.height()];
    int[] starts = new int[all.height() + 1];
    int count = 0;
    for (int product = 0; product < all.height(); product++) {
      if (all.starts()[product + 1] > all.starts()[product]) {
        numbers[count++] = product;
        starts[count] = all.starts()[product + 1];
      }
    }
    SparseMatrix byProduct =
        new SparseMatrix(
            all.width(), Arrays.copyOf(starts, count + 1), all.columns(), all.values());
    return new LearnedProducts(Arrays.copyOf(numbers, count), byProduct, byProduct.transposed());
  }

  /** The same products, with no more than so many of each customer, that lie evenly among them. */
  LearnedProducts ofCustomers(int mostProducts) {
    SparseMatrix.Builder some = new SparseMatrix.Builder();
    for (int row = 0; row < byCustomer.height(); row++) {
      int start = byCustomer.starts()[row];
      int length = byCustomer.starts()[row + 1] - start;
      int kept = Math.min(mostProducts, length);
      for (int i = 0; i < kept; i++) {
        int e = start + (int) ((long) i * length / kept);
        some.add(byCustomer.columns()[e], byCustomer.values()[e]);
      }
      some.endRow();
    }
    SparseMatrix built = some.build(byCustomer.width());
    return new LearnedProducts(numbers, built.transposed(), built);
  }

  int count() {
    return numbers.length;
  }

  /**
   * How much interest there is in each: the sum of the squares, which is the number of customers
   * where every interest is 1.
   */
  double[] popularity() {
    double[] popularity = new double[count()];
    for (int product = 0; product < popularity.length; product++) {
      for (int e = byProduct.starts()[product]; e < byProduct.starts()[product + 1]; e++) {
        double interest = byProduct.values()[e];
        popularity[product] += interest * interest;
      }
    }
    return popularity;
  }

  /** A matrix of these products as one of all that the store has. */
  SparseMatrix ofStore(SparseMatrix weights, int productCount) {
    int[] starts = new int[productCount + 1];
    for (int product = 0; product < count(); product++) {
      starts[numbers[product] + 1] = weights.starts()[product + 1] - weights.starts()[product];
    }
    for (int number = 0; number < productCount; number++) {
      starts[number + 1] += starts[number];
    }
    int[] columns = new int[weights.entries()];
    Arrays.setAll(columns, e -> numbers[weights.columns()[e]]);
    return new SparseMatrix(productCount, starts, columns, weights.values());
  }
}
