package io.shelfwise.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.recommend.evaluate.ProductFacts;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Product 0 has nine customers, product 1 eight, and so on; from product 9 on they have none. */
class ExploringBlendTest {
  private static final int PRODUCTS = 12;

  private static TopLists list(int... products) {
    TopLists list = new TopLists(1, 6);
    for (int place = 0; place < products.length; place++) {
      list.put(0, place, products[place], 1.0 / (place + 1));
    }
    return list;
  }

  private static ProductFacts facts() {
    SparseMatrix.Builder interests = new SparseMatrix.Builder();
    for (int products = 1; products <= 9; products++) {
      IntStream.range(0, products).forEach(product -> interests.add(product, 1));
      interests.endRow();
    }
    return new ProductFacts(
        interests.build(PRODUCTS), new double[PRODUCTS], Collections.nCopies(PRODUCTS, List.of()));
  }

  @Test
  void theLastOfSoManyPlacesGoesToWhatHardlyAnybodyHas() {
    // Product 2 is new and known to many; 8 is known to one, 10 and 11 to nobody.
    Map<RecommenderName, TopLists> lists =
        Map.of(RecommenderName.CONTENT, list(2, 10, 8), RecommenderName.NEW, list(11, 10));

    TopLists explored = ExploringBlend.every(3).rank(list(0, 1, 2, 3, 4, 5), lists, facts(), 1);

    // 10 has half of content's .8 and of new's .2, 8 a third of content's, and 11 all of new's.
    assertThat(IntStream.range(0, 6).map(place -> explored.product(0, place)))
        .containsExactly(0, 1, 10, 2, 3, 8);
  }

  @Test
  void everyPlaceCannotBeKept() {
    assertThatIllegalArgumentException().isThrownBy(() -> ExploringBlend.every(1));
  }
}
