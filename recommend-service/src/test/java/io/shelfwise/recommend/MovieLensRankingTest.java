package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.MovieLens.Measures;
import io.shelfwise.recommend.cooccurrence.CooccurrenceTrainer;
import io.shelfwise.recommend.factors.CellSettings;
import io.shelfwise.recommend.factors.FactorSettings;
import io.shelfwise.recommend.factors.FactorTrainer;
import io.shelfwise.recommend.factors.Feedback;
import io.shelfwise.recommend.linear.AutoencoderTrainer;
import io.shelfwise.recommend.linear.AutoencoderTrainer.LargeCatalogs;
import io.shelfwise.recommend.linear.Regularization;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.neighbors.CosineSimilarity;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.neighbors.NeighborsTrainer;
import io.shelfwise.recommend.neighbors.items.Bm25;
import io.shelfwise.recommend.neighbors.items.Cosine;
import io.shelfwise.recommend.neighbors.items.ItemTrainer;
import io.shelfwise.recommend.neighbors.items.Likeness;
import io.shelfwise.recommend.neighbors.items.RandomWalk;
import io.shelfwise.recommend.pairs.PairBounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the recommenders with others' implementations of the same. */
@Tag("real-data")
class MovieLensRankingTest {
  private static final MovieLens MOVIES = new MovieLens();

  /** What is delivered, told of data without times. */
  private static final OfflineRecommenders DELIVERED = OfflineRecommenders.withoutTimes(Map.of());

  /** As far as a measure may be below a reference's that has four digits. */
  private static final double ROUNDING = 0.00005;

  /** By how much the NDCG@10 of factors differs with what they begin with. */
  private static final double OF_A_SEED = 0.0005;

  @Test
  void customersNearRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(
        new Measures(0.2919, 0.3076, 0.3746),
        MOVIES.judge(
            new NeighborsTrainer(
                new CosineSimilarity(), Neighborhood.ofAll(100, 2), Attention.TO_ALL)));
  }

  @Test
  void customersNearAsDeliveredRankNoWorseThanThoseOfAReference() {
    assertIsNoWorseThan(
        new Measures(0.2919, 0.3076, 0.3746),
        MOVIES.judge(DELIVERED.trainer(RecommenderName.USER_KNN)));
  }

  @Test
  void productsAlikeByTheCosineRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(new Measures(0.2812, 0.3004, 0.3622), judge(new Cosine(), 100));
  }

  @Test
  void productsAlikeByBm25RankNoWorseThanThoseOfAReference() {
    Measures measures = judge(new Bm25(20, 0.8), 100);

    assertThat(measures.ndcg10()).isGreaterThan(0.2850);
    assertThat(measures.recall20()).isGreaterThan(0.3011);
    assertThat(measures.ndcg100()).isGreaterThan(0.3629);
  }

  @Test
  void productsThatAWalkComesToRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(new Measures(0.2874, 0.3134, 0.3731), judge(new RandomWalk(0.8, 0.7), 300));
  }

  @Test
  void cooccurrencesRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(
        new Measures(0.2676, 0.2846, 0.3474),
        MOVIES.judge(new CooccurrenceTrainer(100, List.of(), PairBounds.NONE, Attention.TO_ALL)));
  }

  @Test
  void factorsRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(new Measures(0.3285, 0.3583, 0.4230), MOVIES.judge(factors()));
  }

  /** What is delivered leaves out what hardly anybody has, which the reference does not. */
  @Test
  void factorsAsDeliveredRankNoWorseThanThoseOfAReference() {
    Measures measures = MOVIES.judge(DELIVERED.trainer(RecommenderName.MATRIX_FACTORIZATION));

    assertThat(measures.ndcg10()).isGreaterThanOrEqualTo(0.3285 - OF_A_SEED);
    assertThat(measures.recall20()).isGreaterThanOrEqualTo(0.3583 - ROUNDING);
    assertThat(measures.ndcg100()).isGreaterThanOrEqualTo(0.4230 - ROUNDING);
  }

  private static FactorTrainer factors() {
    FactorSettings settings =
        new FactorSettings(
            Feedback.IMPLICIT, 128, 16, new FactorSettings.Solver(1), 0.1, 0.014, 1, 1);
    return new FactorTrainer(settings, Attention.TO_ALL, new CellSettings(20_000, 300, 16), 1);
  }

  @Test
  void theAutoencoderAsDeliveredRanksNoWorseThanAReferenceDoes() {
    assertIsNoWorseThan(
        new Measures(0.3355, 0.3594, 0.4225),
        MOVIES.judge(DELIVERED.trainer(RecommenderName.AUTOENCODER)));
  }

  @Test
  void plainAndDenoisingAutoencodersRankAsThoseOfAReferenceDo() {
    int all = Integer.MAX_VALUE;
    assertIsAsGoodAs(
        new Measures(0.3315, 0.3492, 0.4143),
        MOVIES.judge(autoencoder(new Regularization(700, 0, 0), all)));
    assertIsAsGoodAs(
        new Measures(0.3325, 0.3528, 0.4158),
        MOVIES.judge(autoencoder(new Regularization(300, 0.5, 0), all)));
  }

  private static AutoencoderTrainer autoencoder(Regularization regularization, int kept) {
    LargeCatalogs none = new LargeCatalogs(Integer.MAX_VALUE, 1, 1);
    return new AutoencoderTrainer(
        new AutoencoderTrainer.Settings(regularization, kept, 1, none), Attention.TO_ALL);
  }

  private static Measures judge(Likeness likeness, int related) {
    return MOVIES.judge(new ItemTrainer(likeness, related, PairBounds.NONE, Attention.TO_ALL));
  }

  /** Rounded to four digits, not one is less. */
  private static void assertIsNoWorseThan(Measures reference, Measures measures) {
    assertThat(measures.ndcg10()).isGreaterThanOrEqualTo(reference.ndcg10() - ROUNDING);
    assertThat(measures.recall20()).isGreaterThanOrEqualTo(reference.recall20() - ROUNDING);
    assertThat(measures.ndcg100()).isGreaterThanOrEqualTo(reference.ndcg100() - ROUNDING);
  }

  private static void assertIsAsGoodAs(Measures reference, Measures measures) {
    assertThat(measures.ndcg10()).isCloseTo(reference.ndcg10(), within(0.0005));
    assertThat(measures.recall20()).isCloseTo(reference.recall20(), within(0.0005));
    assertThat(measures.ndcg100()).isCloseTo(reference.ndcg100(), within(0.0005));
  }
}
