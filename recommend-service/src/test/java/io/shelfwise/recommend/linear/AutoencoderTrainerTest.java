package io.shelfwise.recommend.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Interests;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class AutoencoderTrainerTest {
  private static final int CUSTOMERS = 300;
  private static final int PRODUCTS = 30;
  private static final int ALL = 100_000;

  private final double[][] interests = interests();

  /**
   * With all weights kept, they have the least squared error: its slope is 0 at every weight of a
   * product for another, {@code Xᵀ (X B − X) + Λ B = 0} but for the diagonal of B.
   */
  @Test
  void noOtherWeightsHaveALesserError() {
    Regularization regularization = new Regularization(3, 0.4, 0.3);
    double[][] weights = dense(train(regularization, ALL, ALL, ALL));
    double[] popularity = popularity();

    for (int i = 0; i < PRODUCTS; i++) {
      for (int j = 0; j < PRODUCTS; j++) {
        if (i == j) {
          assertThat(weights[i][j]).isZero();
        } else {
          double slope = -common(i, j, popularity);
          for (int k = 0; k < PRODUCTS; k++) {
            // What is stored is B with the scaling of the histories.
            double b = weights[k][j] * Math.pow(popularity[k], 0.3);
            slope += common(i, k, popularity) * b;
            slope += i == k ? (3 + 0.4 * common(i, i, popularity)) * b : 0;
          }
          assertThat(slope).isCloseTo(0, within(1e-4));
        }
      }
    }
  }

  /** Two products, liked by both, one and the other: B can be written down. */
  @Test
  void twoProductsForetellEachOtherByWhatTheyHaveInCommon() {
    Interests.Builder builder = new Interests.Builder();
    add(builder, 0, 1);
    add(builder, 0, 1);
    add(builder, 0);
    add(builder, 1);

    SparseMatrix weights =
        trainer(new Regularization(5, 0, 0), ALL, ALL, ALL)
            .train(TrainingData.of(builder.build(2)), Watch.NONE)
            .weights();

    assertThat(dense(weights)[0][1]).isCloseTo(2.0 / (3 + 5), within(1e-6));
    assertThat(dense(weights)[1][0]).isCloseTo(2.0 / (3 + 5), within(1e-6));
  }

  @Test
  void withAllProductsAsNeighboursBothWaysLearnTheSame() {
    Regularization regularization = new Regularization(3, 0.4, 0.3);

    double[][] exact = dense(train(regularization, ALL, ALL, ALL));
    double[][] solved = dense(train(regularization, ALL, 0, ALL));

    for (int i = 0; i < PRODUCTS; i++) {
      assertThat(solved[i]).containsExactly(exact[i], within(1e-5));
    }
  }

  /** With few neighbours, they are those with which most is in common, of equally many. */
  @Test
  void aProductIsForetoldByItsNearest() {
    Interests.Builder builder = new Interests.Builder();
    add(builder, 0, 1, 2);
    add(builder, 0, 1, 3);
    add(builder, 0, 1);
    add(builder, 2, 3);
    add(builder, 2, 3);

    SparseMatrix weights =
        trainer(new Regularization(1, 0, 0), ALL, 0, 1)
            .train(TrainingData.of(builder.build(4)), Watch.NONE)
            .weights();

    assertThat(dense(weights)[0]).containsExactly(new double[] {0, 3.0 / 4, 0, 0}, within(1e-6));
    assertThat(dense(weights)[2]).containsExactly(new double[] {0, 0, 0, 2.0 / 4}, within(1e-6));
  }

  @Test
  void theStrongestWeightsAreKept() {
    Regularization regularization = new Regularization(3, 0, 0);
    double[][] all = dense(train(regularization, ALL, ALL, ALL));

    for (int most : new int[] {ALL, 0}) {
      SparseMatrix kept = train(regularization, 5, most, ALL);
      double[][] few = dense(kept);
      for (int i = 0; i < PRODUCTS; i++) {
        assertThat(kept.starts()[i + 1] - kept.starts()[i]).isEqualTo(5);
        double least = Double.MAX_VALUE;
        double mostLeftOut = 0;
        for (int j = 0; j < PRODUCTS; j++) {
          if (few[i][j] != 0) {
            least = Math.min(least, Math.abs(few[i][j]));
          } else {
            mostLeftOut = Math.max(mostLeftOut, Math.abs(all[i][j]));
          }
        }
        assertThat(least).isGreaterThan(mostLeftOut - 1e-5);
      }
    }
  }

  @Test
  void whatTooFewCustomersLikeBothSpeaksForNothing() {
    Interests.Builder builder = new Interests.Builder();
    add(builder, 0, 1);
    add(builder, 0, 1);
    add(builder, 0, 2);
    add(builder, 2);

    for (int most : new int[] {ALL, 0}) {
      AutoencoderTrainer twoAtLeast =
          new AutoencoderTrainer(
              new AutoencoderTrainer.Settings(
                  new Regularization(1, 0, 0),
                  ALL,
                  2,
                  new AutoencoderTrainer.LargeCatalogs(most, ALL, ALL)),
              Attention.TO_ALL);

      double[][] weights =
          dense(twoAtLeast.train(TrainingData.of(builder.build(3)), Watch.NONE).weights());

      assertThat(weights[0][1]).isPositive();
      assertThat(weights[0][2]).isNotPositive();
      assertThat(weights[2][0]).isNotPositive();
    }
  }

  @Test
  void productsThatNoOneKnowsLeaveNoTrace() {
    Interests.Builder builder = new Interests.Builder();
    add(builder, 1, 4);
    add(builder, 1, 4);
    add(builder);

    SparseMatrix weights =
        trainer(new Regularization(1, 0, 0.2), ALL, ALL, ALL)
            .train(TrainingData.of(builder.build(6)), Watch.NONE)
            .weights();

    assertThat(weights.height()).isEqualTo(6);
    assertThat(weights.entries()).isEqualTo(2);
    assertThat(dense(weights)[1][4]).isPositive();
  }

  @Test
  void ofNothingNothingIsLearned() {
    for (int most : new int[] {ALL, 0}) {
      AutoencoderModel model =
          trainer(new Regularization(1, 0, 0.2), 10, most, 10)
              .train(TrainingData.of(new Interests.Builder().build(0)), Watch.NONE);
      assertThat(model.weights().entries()).isZero();
    }
  }

  /** Some weights are negative: what is told and the rest still add up to the score. */
  @Test
  void whatSpokeAgainstAProposalIsInTheRest() {
    AutoencoderModel model =
        trainer(new Regularization(1, 0, 0), ALL, ALL, ALL).train(data(), Watch.NONE);
    Query query = Query.of(Taste.of(0, 3, 6, 9, 12, 15, 18, 21), "", false, product -> true);

    List<Proposal> proposals = model.recommender().propose(query, 10, new Scratch());

    assertThat(Arrays.stream(dense(model.weights())[0]).min().orElse(0)).isNegative();
    assertThat(proposals).isNotEmpty();
    assertThat(proposals)
        .allSatisfy(
            proposal ->
                assertThat(proposal.evidence().stream().mapToDouble(Evidence::weight).sum())
                    .isCloseTo(proposal.score(), within(1e-6)));
    assertThat(proposals)
        .flatExtracting(Proposal::evidence)
        .filteredOn(Evidence.Rest.class::isInstance)
        .extracting(Evidence::weight)
        .anyMatch(weight -> (double) weight < 0);
  }

  @Test
  void theNumberOfThreadsDoesNotChangeABit() {
    for (int most : new int[] {ALL, 0}) {
      AutoencoderTrainer trainer = trainer(new Regularization(3, 0.1, 0.2), 10, most, 7);
      SparseMatrix[] weights = new SparseMatrix[2];
      for (int i = 0; i < 2; i++) {
        try (ForkJoinPool pool = new ForkJoinPool(1 + 3 * i)) {
          weights[i] = pool.submit(() -> trainer.train(data(), Watch.NONE)).join().weights();
        }
      }
      assertThat(weights[1].columns()).isEqualTo(weights[0].columns());
      assertThat(weights[1].values()).isEqualTo(weights[0].values());
    }
  }

  @Test
  void aSnapshotIsReadAsItWasWritten() throws IOException {
    AutoencoderTrainer trainer = trainer(new Regularization(3, 0, 0.2), 10, ALL, ALL);
    AutoencoderModel model = trainer.train(data(), Watch.NONE);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));

    AutoencoderModel read =
        trainer.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(dense(read.weights())).isDeepEqualTo(dense(model.weights()));
  }

  @Test
  void itCanBeEnded() {
    for (int most : new int[] {ALL, 0}) {
      Watch impatient =
          new Watch() {
            @Override
            public boolean cancelled() {
              return true;
            }

            @Override
            public void progress(double part) {}
          };
      AutoencoderTrainer trainer = trainer(new Regularization(3, 0, 0.2), 10, most, 10);
      assertThatThrownBy(() -> trainer.train(data(), impatient))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Regularization(0, 0, 0)).hasMessage("lambda: 0.0 (expected: > 0)");
    assertThatThrownBy(() -> new Regularization(1, -1, 0))
        .hasMessage("denoising: -1.0 (expected: >= 0)");
    assertThatThrownBy(() -> new Regularization(1, 0, 2))
        .hasMessage("popularity-exponent: 2.0 (expected: 0 to 1)");
    assertThatThrownBy(() -> trainer(new Regularization(1, 0, 0), 0, 1, 1))
        .hasMessage("kept: 0 (expected: >= 1)");
    assertThatThrownBy(() -> trainer(new Regularization(1, 0, 0), 1, 1, 0))
        .hasMessage("neighbors: 0 (expected: >= 1)");
  }

  private SparseMatrix train(Regularization regularization, int kept, int most, int neighbors) {
    return trainer(regularization, kept, most, neighbors).train(data(), Watch.NONE).weights();
  }

  private static AutoencoderTrainer trainer(
      Regularization regularization, int kept, int most, int neighbors) {
    return new AutoencoderTrainer(
        new AutoencoderTrainer.Settings(
            regularization, kept, 1, new AutoencoderTrainer.LargeCatalogs(most, neighbors, ALL)),
        Attention.TO_ALL);
  }

  private TrainingData data() {
    Interests.Builder builder = new Interests.Builder();
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int product = 0; product < PRODUCTS; product++) {
        if (interests[customer][product] > 0) {
          builder.add(product, interests[customer][product]);
        }
      }
      builder.end("c" + customer);
    }
    return TrainingData.of(builder.build(PRODUCTS));
  }

  private static void add(Interests.Builder builder, int... products) {
    for (int product : products) {
      builder.add(product, 1);
    }
    builder.end("someone");
  }

  /**
   * Half of the customers like even products more, the others odd ones; the first ones most. Any
   * two products have customers in common.
   */
  private static double[][] interests() {
    Random random = new Random(11);
    double[][] interests = new double[CUSTOMERS][PRODUCTS];
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      for (int product = 0; product < PRODUCTS; product++) {
        double chance = (customer + product) % 2 == 0 ? 0.6 : 0.3;
        if (random.nextDouble() < chance * 20 / (20 + product)) {
          interests[customer][product] = random.nextBoolean() ? 1 : 0.5;
        }
      }
    }
    return interests;
  }

  private double[] popularity() {
    double[] popularity = new double[PRODUCTS];
    for (double[] row : interests) {
      for (int product = 0; product < PRODUCTS; product++) {
        popularity[product] += row[product] * row[product];
      }
    }
    return popularity;
  }

  /** An entry of XᵀX, as scaled by the power 0.3 of the popularities. */
  private double common(int i, int j, double[] popularity) {
    double sum = 0;
    for (double[] row : interests) {
      sum += row[i] * row[j];
    }
    return sum * Math.pow(popularity[i], -0.3) * Math.pow(popularity[j], -0.3);
  }

  private static double[][] dense(SparseMatrix sparse) {
    double[][] dense = new double[sparse.height()][sparse.width()];
    for (int row = 0; row < dense.length; row++) {
      for (int e = sparse.starts()[row]; e < sparse.starts()[row + 1]; e++) {
        dense[row][sparse.columns()[e]] = sparse.values()[e];
      }
    }
    return dense;
  }
}
