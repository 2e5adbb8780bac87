package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  /** Ann has 0; who has what: 0 by four, 1 by two, 2 by one, 3 by one. */
  private static final SparseMatrix INTERESTS =
      new SparseMatrix(
          4,
          new int[] {0, 1, 3, 5, 8},
          new int[] {0, 0, 1, 0, 1, 0, 2, 3},
          new float[] {1, 1, 1, 1, 1, 1, 1, 1});

  private static final ProductFacts FACTS =
      new ProductFacts(
          INTERESTS,
          new double[] {1, 2.5, 4, 8},
          List.of(
              List.of(),
              List.of("home", "tea", "pots"),
              List.of("home", "tea"),
              List.of("garden")));

  /** The list 2, 1, 3 where 1 and a product that no one knew are relevant. */
  @Test
  void hitsCountByTheirRanks() {
    assertThat(of("ndcg@3")).isCloseTo((1 / LOG2_3) / (1 + 1 / LOG2_3), within(1e-12));
    assertThat(of("recall@3")).isEqualTo(1.0 / 2);
    assertThat(of("recall@1")).isEqualTo(0.0 / 1);
    assertThat(of("precision@3")).isEqualTo(1.0 / 3);
    assertThat(of("precision@10")).isEqualTo(1.0 / 10);
    assertThat(of("f1@3"))
        .isCloseTo(2 * (1.0 / 3) * (1.0 / 2) / (1.0 / 3 + 1.0 / 2), within(1e-12));
    assertThat(of("map@3")).isEqualTo(1.0 / 2 / 2);
    assertThat(of("mrr@3")).isEqualTo(1.0 / 2);
    assertThat(of("hit-rate@3")).isEqualTo(1);
    assertThat(of("hit-rate@1")).isZero();
    assertThat(of("revenue@3")).isEqualTo(2.5);
  }

  @Test
  void whatFewHaveIsNovel() {
    assertThat(of("novelty@2")).isCloseTo((2.0 + 1.0) / 2, within(1e-12));
  }

  @Test
  void whatLiesFarApartInTheCategoriesIsDiverse() {
    // 2 and 1 share two steps of two and three; 3 shares none with either.
    assertThat(of("category-diversity@3"))
        .isCloseTo(((1 - 2.0 * 2 / 5) + 1 + 1) / 3, within(1e-12));
    assertThat(of("category-diversity@1")).isNaN();
    assertThat(FACTS.categoryDistance(1, 1)).isZero();
    assertThat(FACTS.categoryDistance(0, 1)).isEqualTo(1);
  }

  @Test
  void whatTheSameCustomersHaveIsAlike() {
    // 2 and 3 were taken by the same one, 1 by none of that.
    assertThat(of("diversity@3")).isCloseTo(1 - (0 + 1 + 0) / 3.0, within(1e-12));
  }

  @Test
  void aListOfOtherPopularityThanTheCustomersIsNotCalibrated() {
    // Ann has the head only, the list is of the tail: one bit of divergence.
    assertThat(of("calibration@1")).isCloseTo(1, within(1e-12));
  }

  @Test
  void coverageIsOfAllListsTogether() {
    assertThat(of("coverage@2")).isEqualTo(2.0 / 4);
  }

  @Test
  void whatCannotBeToldIsNeverTheBest() {
    assertThat(Stream.of(0.1, Double.NaN, 0.3).sorted(Measure.NDCG.bestFirst()))
        .containsExactly(0.3, 0.1, Double.NaN);
    assertThat(Stream.of(0.3, Double.NaN, 0.1).sorted(Measure.CALIBRATION.bestFirst()))
        .containsExactly(0.1, 0.3, Double.NaN);
  }

  @Test
  void aWantedProductThatNoOneKnewIsACold() {
    Dictionary products = new Dictionary();
    products.number("p0");
    TestSet test =
        TestSet.of(Split.of(List.of(), Map.of("ann", Set.of("p0", "never-seen"))), products);

    assertThat(ProductGroups.of(new TopLists(1, 10), test, FACTS, 10).getFirst().wanted())
        .isEqualTo(1);
  }

  @Test
  void aPerfectListIsWorthOne() {
    List<Integer> ten = IntStream.range(0, 10).boxed().toList();
    Judgement judgement = judge(ten, ten, "ndcg@10", "recall@10", "map@10");

    assertThat(judgement.byCustomer()).allSatisfy(m -> assertThat(judgement.mean(m)).isEqualTo(1));
  }

  @Test
  void anUnknownMeasureIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> MeasureAt.of("gain@10")).hasMessageContaining("ndcg");
    assertThatThrownBy(() -> MeasureAt.of("ndcg")).hasMessageContaining("ndcg@10");
    assertThatThrownBy(() -> MeasureAt.of("ndcg@0")).hasMessageContaining("k: 0");
  }

  private static double of(String measure) {
    return judge(List.of(2, 1, 3), List.of(1, 99), measure).mean(MeasureAt.of(measure));
  }

  private static Judgement judge(List<Integer> list, List<Integer> relevant, String... measures) {
    Dictionary products = new Dictionary();
    IntStream.range(0, 10).forEach(i -> products.number("p" + i));
    Set<String> ids = relevant.stream().map(i -> "p" + i).collect(Collectors.toSet());
    List<Interaction> known = new ArrayList<>();
    known.add(new Interaction("ann", "p0", Kind.PURCHASE, 0, 1));
    TestSet test = TestSet.of(Split.of(known, Map.of("ann", ids)), products);
    TopLists lists = new TopLists(1, 10);
    for (int place = 0; place < list.size(); place++) {
      lists.put(0, place, list.get(place), 10 - place);
    }
    return Judgement.of(
        lists,
        test,
        FACTS,
        4,
        Set.of(measures).stream().map(MeasureAt::of).toList(),
        customer -> true);
  }
}
