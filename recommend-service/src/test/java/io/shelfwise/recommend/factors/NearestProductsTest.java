package io.shelfwise.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestProductsTest {
  private static final int PRODUCTS = 2_000;
  private static final int WIDTH = 8;
  private static final int COUNT = 10;

  private final Random random = Chance.random();

  /**
   * Of random factors, some of them a hundred times as long as others, the best are those of the
   * greatest inner products of all, although most groups are passed over.
   */
  @Test
  void whatIsPassedOverIsNotAmongTheBest() {
    for (CellSettings settings : List.of(CellSettings.NONE, new CellSettings(0, 100, PRODUCTS))) {
      ProductSpace space = space(settings);
      for (int round = 0; round < 50; round++) {
        float[] vector = vector(space.factors().stride());
        IntPredicate allowed = product -> product % 3 != 0;

        assertThat(found(space, vector, allowed)).isEqualTo(expected(space, vector, allowed));
      }
    }
  }

  private ProductSpace space(CellSettings settings) {
    Factors fitted = Factors.zeros(PRODUCTS, WIDTH);
    for (int row = 0; row < PRODUCTS; row++) {
      double length = Math.pow(100, random.nextDouble() - 1);
      for (int k = 0; k < WIDTH; k++) {
        fitted.values()[fitted.start(row) + k] = (float) (length * random.nextGaussian());
      }
    }
    boolean[] learned = new boolean[PRODUCTS];
    Arrays.fill(learned, true);
    return ProductSpace.of(fitted, learned, settings, 1);
  }

  private float[] vector(int stride) {
    float[] vector = new float[stride];
    for (int k = 0; k < WIDTH; k++) {
      vector[k] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static List<Integer> found(ProductSpace space, float[] vector, IntPredicate allowed) {
    Scratch scratch = new Scratch();
    Query query = Query.of(Taste.NONE, "", true, allowed);
    new NearestProducts(space, PRODUCTS).find(vector, allowed, query, COUNT, scratch);
    scratch.best.sort();
    return IntStream.range(0, scratch.best.size()).mapToObj(scratch.best::number).toList();
  }

  private static List<Integer> expected(ProductSpace space, float[] vector, IntPredicate allowed) {
    Factors factors = space.factors();
    return IntStream.range(0, PRODUCTS)
        .boxed()
        .filter(allowed::test)
        .sorted(
            Comparator.comparingDouble(
                product ->
                    -Floats.dot(
                        vector,
                        0,
                        factors.values(),
                        factors.start(space.row(product)),
                        factors.stride())))
        .limit(COUNT)
        .toList();
  }
}
