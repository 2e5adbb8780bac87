package io.shelfwise.recommend.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SharedCustomersTest {
  private static final PairWeight DOT = (_, _, _, dot) -> dot;
  private static final PairWeight TOGETHER = (_, _, together, _) -> together;

  /** Every entry is the sum over all customers of the product of two values, counted one by one. */
  @Test
  void whatIsFoundIsTheProductOfTheMatrices() {
    Random random = Chance.random();
    float[][] left = values(random, 80, 30);
    float[][] right = values(random, 80, 20);

    SharedCustomers shared = new SharedCustomers(sparse(left), sparse(right), PairBounds.NONE);
    SparseMatrix dots = shared.best(20, DOT, Watch.NONE);
    SparseMatrix counts = shared.best(20, TOGETHER, Watch.NONE);

    assertThat(dots.width()).isEqualTo(20);
    for (int i = 0; i < 30; i++) {
      for (int j = 0; j < 20; j++) {
        double dot = 0;
        int together = 0;
        for (int customer = 0; customer < 80; customer++) {
          dot += left[customer][i] * right[customer][j];
          together += left[customer][i] > 0 && right[customer][j] > 0 ? 1 : 0;
        }
        assertThat(entry(dots, i, j)).isCloseTo(i == j ? 0 : dot, within(1e-5));
        assertThat(entry(counts, i, j)).isEqualTo(i == j ? 0 : together);
      }
    }
  }

  @Test
  void theBestOfEachRowAreKeptInOrder() {
    float[][] values = {{1, 3, 2, 1, 0}, {1, 0, 0, 1, 1}};

    SparseMatrix best =
        new SharedCustomers(sparse(values), sparse(values), PairBounds.NONE)
            .best(3, DOT, Watch.NONE);

    // With 0 go 1 (1·3), 2 and 3 (1·2, 1·1 + 1·1): of equal ones the lower comes first.
    assertThat(best.starts()[1]).isEqualTo(3);
    assertThat(best.columns()).startsWith(1, 2, 3);
    assertThat(best.values()).startsWith(3, 2, 2);
  }

  @Test
  void pairsOfTooFewCustomersAreLeftOut() {
    float[][] values = {{1, 1, 0}, {1, 1, 1}, {1, 0, 1}, {1, 1, 0}};

    SparseMatrix best =
        new SharedCustomers(
                sparse(values),
                sparse(values),
                new PairBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, 3))
            .best(3, DOT, Watch.NONE);

    assertThat(entry(best, 0, 1)).isEqualTo(3);
    assertThat(best.entries()).isEqualTo(2);
  }

  /** Of 1000 customers 100 are asked, of whom as great a part has the other product. */
  @Test
  void ofAProductOfManyCustomersSomeSpeakForAll() {
    float[][] values = new float[1000][2];
    for (int customer = 0; customer < 1000; customer++) {
      values[customer][0] = 1;
      values[customer][1] = customer < 500 ? 1 : 0;
    }
    SparseMatrix matrix = sparse(values);
    PairBounds bounds = new PairBounds(100, Integer.MAX_VALUE, 1);

    SparseMatrix best = new SharedCustomers(matrix, matrix, bounds).best(1, TOGETHER, Watch.NONE);

    assertThat(entry(best, 0, 1)).isEqualTo(500);
    assertThat(entry(best, 1, 0)).isEqualTo(500);
  }

  @Test
  void ofACustomerOfManyProductsTheNewestCount() {
    SparseMatrix matrix = sparse(new float[][] {{1, 2, 3, 4}, {5, 6, 0, 0}});

    SparseMatrix newest = new PairBounds(1, 3, 1).newest(matrix);

    assertThat(newest.columns()).containsExactly(1, 2, 3, 0, 1);
    assertThat(newest.values()).containsExactly(2, 3, 4, 5, 6);
    assertThat(newest.width()).isEqualTo(4);
    assertThat(new PairBounds(1, 4, 1).newest(matrix)).isSameAs(matrix);
  }

  @Test
  void itCanBeGivenUp() {
    SparseMatrix matrix = sparse(new float[][] {{1, 1}});
    Watch ended =
        new Watch() {
          @Override
          public boolean cancelled() {
            return true;
          }

          @Override
          public void progress(double part) {}
        };

    assertThatThrownBy(
            () -> new SharedCustomers(matrix, matrix, PairBounds.NONE).best(1, DOT, ended))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void matricesOfOtherCustomersAreRefused() {
    assertThatThrownBy(
            () ->
                new SharedCustomers(
                    SparseMatrix.empty(2, 1), SparseMatrix.empty(3, 1), PairBounds.NONE))
        .hasMessage("customers: 3 (expected: 2)");
  }

  private static float[][] values(Random random, int customers, int products) {
    float[][] values = new float[customers][products];
    for (float[] customer : values) {
      for (int product = 0; product < products; product++) {
        customer[product] = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
      }
    }
    return values;
  }

  private static SparseMatrix sparse(float[][] values) {
    SparseMatrix.Builder matrix = new SparseMatrix.Builder();
    for (float[] customer : values) {
      for (int product = 0; product < customer.length; product++) {
        if (customer[product] > 0) {
          matrix.add(product, customer[product]);
        }
      }
      matrix.endRow();
    }
    return matrix.build(values[0].length);
  }

  private static double entry(SparseMatrix matrix, int row, int column) {
    for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
      if (matrix.columns()[e] == column) {
        return matrix.values()[e];
      }
    }
    return 0;
  }
}
