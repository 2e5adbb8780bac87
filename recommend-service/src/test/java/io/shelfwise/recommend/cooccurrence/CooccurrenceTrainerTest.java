package io.shelfwise.recommend.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Watch;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.apache.mahout.math.stats.LogLikelihood;
import org.junit.jupiter.api.Test;

class CooccurrenceTrainerTest {
  private static final CooccurrenceTrainer TRAINER =
      new CooccurrenceTrainer(new CooccurrenceTrainer.Settings(100, 1), Attention.TO_ALL);

  /** Every weight is Mahout's log-likelihood ratio of the pair's table, counted pair by pair. */
  @Test
  void weightsAreLogLikelihoodRatios() {
    long seed = 4711;
    boolean[][] likes = likes(seed, 60, 25);

    SparseMatrix related =
        TRAINER.train(TrainingData.of(interests(likes)), Watch.NONE).companions();

    for (int i = 0; i < 25; i++) {
      for (int j = 0; j < 25; j++) {
        double expected = i == j ? 0 : expected(likes, i, j);
        assertThat(weight(related, i, j))
            .as("seed %d, products %d and %d", seed, i, j)
            .isCloseTo(expected, within(1e-5 * (1 + expected)));
      }
    }
  }

  @Test
  void onlyTheBestAreKeptAndStandInOrder() {
    Interests interests = interests(likes(4712, 60, 25));
    SparseMatrix related =
        new CooccurrenceTrainer(new CooccurrenceTrainer.Settings(3, 1), Attention.TO_ALL)
            .train(TrainingData.of(interests), Watch.NONE)
            .companions();
    SparseMatrix all = TRAINER.train(TrainingData.of(interests), Watch.NONE).companions();

    for (int row = 0; row < 25; row++) {
      int kept = related.starts()[row + 1] - related.starts()[row];
      assertThat(kept).isEqualTo(Math.min(3, all.starts()[row + 1] - all.starts()[row]));
      for (int e = 0; e < kept; e++) {
        assertThat(related.values()[related.starts()[row] + e])
            .isEqualTo(all.values()[all.starts()[row] + e]);
      }
    }
  }

  @Test
  void pairsOfTooFewCustomersAreLeftOut() {
    boolean[][] likes = {{true, true, false}, {true, false, true}, {false, false, true}};
    SparseMatrix related =
        new CooccurrenceTrainer(new CooccurrenceTrainer.Settings(10, 2), Attention.TO_ALL)
            .train(TrainingData.of(interests(likes)), Watch.NONE)
            .companions();

    assertThat(related.entries()).isZero();
  }

  @Test
  void trainingCanBeGivenUp() {
    assertThatThrownBy(() -> TRAINER.train(TrainingData.of(interests(likes(1, 5, 5))), new Ended()))
        .isInstanceOf(CancellationException.class);
  }

  private static double expected(boolean[][] likes, int i, int j) {
    long both = 0;
    long first = 0;
    long second = 0;
    for (boolean[] customer : likes) {
      both += customer[i] && customer[j] ? 1 : 0;
      first += customer[i] ? 1 : 0;
      second += customer[j] ? 1 : 0;
    }
    boolean byChance = both * likes.length <= first * second;
    return byChance
        ? 0
        : LogLikelihood.logLikelihoodRatio(
            both, first - both, second - both, likes.length - first - second + both);
  }

  private static double weight(SparseMatrix matrix, int row, int column) {
    for (int e = matrix.starts()[row]; e < matrix.starts()[row + 1]; e++) {
      if (matrix.columns()[e] == column) {
        return matrix.values()[e];
      }
    }
    return 0;
  }

  private static boolean[][] likes(long seed, int customers, int products) {
    Random random = new Random(seed);
    boolean[][] likes = new boolean[customers][products];
    for (boolean[] customer : likes) {
      customer[0] = true;
      for (int product = 1; product < products; product++) {
        customer[product] = random.nextInt(products) > product;
      }
    }
    return likes;
  }

  private static Interests interests(boolean[][] likes) {
    Interests.Builder interests = new Interests.Builder();
    for (int customer = 0; customer < likes.length; customer++) {
      for (int product = 0; product < likes[customer].length; product++) {
        if (likes[customer][product]) {
          interests.add(product, 1);
        }
      }
      interests.end("c" + customer);
    }
    return interests.build(likes[0].length);
  }

  /** Gives up at once. */
  private record Ended() implements Watch {
    @Override
    public boolean cancelled() {
      return true;
    }

    @Override
    public void progress(double part) {}
  }
}
