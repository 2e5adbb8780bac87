package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {
  private static final double LOG2_3 = Math.log(3) / Math.log(2);

  @Test
  void hitsCountByTheirRanks() {
    RankingMeasures measures = RankingMeasures.of(List.of(5, 7, 1), Set.of(7, 8));

    assertThat(measures.hitRate10()).isEqualTo(1);
    assertThat(measures.ndcg10()).isCloseTo((1 / LOG2_3) / (1 + 1 / LOG2_3), within(1e-12));
    assertThat(measures.recall20()).isEqualTo(1.0 / 2);
  }

  @Test
  void hitsAfterTheTenthCountForRecallOnly() {
    List<Integer> ranking = IntStream.range(0, 30).boxed().toList();

    RankingMeasures measures = RankingMeasures.of(ranking, Set.of(10, 19, 20));

    assertThat(measures.hitRate10()).isZero();
    assertThat(measures.ndcg10()).isZero();
    assertThat(measures.recall20()).isEqualTo(2.0 / 3);
  }

  @Test
  void aRankingOfNothingButRelevantProductsIsPerfect() {
    List<Integer> ranking = IntStream.range(0, 20).boxed().toList();

    assertThat(RankingMeasures.of(ranking, Set.copyOf(ranking)))
        .isEqualTo(new RankingMeasures(1, 1, 1, 1));
  }

  @Test
  void meansAreOverCustomers() {
    RankingMeasures one = new RankingMeasures(1, 1, 0.5, 0.2);
    RankingMeasures three = new RankingMeasures(3, 0, 0.1, 0.6);

    RankingMeasures all = one.and(three);

    assertThat(all.customers()).isEqualTo(4);
    assertThat(all.hitRate10()).isEqualTo(1.0 / 4);
    assertThat(all.ndcg10()).isCloseTo((0.5 + 3 * 0.1) / 4, within(1e-12));
    assertThat(all.recall20()).isCloseTo((0.2 + 3 * 0.6) / 4, within(1e-12));
  }
}
