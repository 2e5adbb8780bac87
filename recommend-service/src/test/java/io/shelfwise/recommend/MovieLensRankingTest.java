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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the recommenders with others' implementations of the same. */
@Tag("real-data")
class MovieLensRankingTest {
  private static final MovieLens MOVIES = new MovieLens();

  @Test
  void customersNearRankAsThoseOfAReferenceDo() {
    assertIsAsGoodAs(
        new Measures(0.2919, 0.3076, 0.3746),
        MOVIES.judge(
            new NeighborsTrainer(
                new CosineSimilarity(), Neighborhood.ofAll(100, 2), Attention.TO_ALL)));
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
    assertIsAsGoodAs(new Measures(0.3285, 0.3583, 0.4230), MOVIES.judge(factors(1)));
  }

  /** With what is delivered: what hardly anybody has is left out, which the reference does not. */
  @Test
  void factorsOfWhatSomeHaveRankNoWorseThanThoseOfAReference() {
    Measures measures = MOVIES.judge(factors(3));

    assertThat(measures.ndcg10()).isGreaterThanOrEqualTo(0.3285);
    assertThat(measures.recall20()).isGreaterThanOrEqualTo(0.3583);
    assertThat(measures.ndcg100()).isGreaterThanOrEqualTo(0.4230);
  }

  private static FactorTrainer factors(int leastCustomers) {
    FactorSettings settings =
        new FactorSettings(
            Feedback.IMPLICIT, 128, 16, new FactorSettings.Solver(1), 0.1, 0.014, 1, 1);
    return new FactorTrainer(
        settings, Attention.TO_ALL, new CellSettings(20_000, 300, 16), leastCustomers);
  }

  /** With what is delivered: rounded to four digits, not one is less. */
  @Test
  void theAutoencoderRanksNoWorseThanAReferenceDoes() {
    Measures measures = MOVIES.judge(autoencoder(new Regularization(120, 0, 0.2), 1200));

    assertThat(measures.ndcg10()).isGreaterThanOrEqualTo(0.33545);
    assertThat(measures.recall20()).isGreaterThanOrEqualTo(0.35935);
    assertThat(measures.ndcg100()).isGreaterThanOrEqualTo(0.42245);
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

  private static void assertIsAsGoodAs(Measures reference, Measures measures) {
    assertThat(measures.ndcg10()).isCloseTo(reference.ndcg10(), within(0.0005));
    assertThat(measures.recall20()).isCloseTo(reference.recall20(), within(0.0005));
    assertThat(measures.ndcg100()).isCloseTo(reference.ndcg100(), within(0.0005));
  }
}
