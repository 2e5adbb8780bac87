package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.Chance;
import io.shelfwise.value.numeric.Likelihood;
import io.shelfwise.value.numeric.Slopes;
import io.shelfwise.value.numeric.UnfitException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class BgBbTrainerTest {
  /** What was published for six yearly appeals for donations. */
  private static final BgBbParameters TRUTH = new BgBbParameters(1.204, 0.750, 0.657, 2.783);

  /** The fit knows its own errors: all four estimates lie within four of them. */
  @Test
  void findsTheParametersOfAPopulationAgain() {
    BgBbModel model = BgBbTrainer.fit(PurchaseSample.of(population(50_000, 2010)));

    double[] truth = TRUTH.known().toArray();
    for (int i = 0; i < truth.length; i++) {
      double error = model.estimates().standardError(i).orElseThrow();
      assertThat(error / truth[i]).isBetween(0.005, 0.1);
      assertThat(model.estimates().value(i)).isCloseTo(truth[i], within(4 * error));
    }
  }

  @Test
  void followsTheSlopeOfTheLikelihood() {
    long seed = Chance.seed();
    Random random = new Random(seed);
    Likelihood likelihood = new BgBbLikelihood(PurchaseSample.of(population(500, seed)));
    for (int round = 0; round < 20; round++) {
      double[] at = random.doubles(4).map(number -> Math.exp(6 * number - 3)).toArray();
      Slopes.assertFollowed(likelihood, at);
    }
  }

  @Test
  void refusesWhatDoesNotDetermineAModel() {
    assertThatThrownBy(() -> fit(new RepeatPurchases(0, 0, 3), new RepeatPurchases(0, 0, 5)))
        .isInstanceOf(UnfitException.class)
        .hasMessage("no customer has bought again");
    RepeatPurchases[] alike = new RepeatPurchases[100];
    Arrays.fill(alike, new RepeatPurchases(4, 9, 9));
    assertThatThrownBy(() -> fit(alike)).isInstanceOf(UnfitException.class);
  }

  /** Customers drawn as BG/BB says, of six opportunities each. */
  private static Stream<RepeatPurchases> population(int size, long seed) {
    RandomDataGenerator random = new RandomDataGenerator(seed);
    return IntStream.range(0, size)
        .mapToObj(
            _ -> {
              double uses = random.nextBeta(TRUTH.alpha(), TRUTH.beta());
              double leaves = random.nextBeta(TRUTH.gamma(), TRUTH.delta());
              int used = 0;
              int last = 0;
              for (int i = 1; i <= 6 && random.nextDouble() >= leaves; i++) {
                if (random.nextDouble() < uses) {
                  used++;
                  last = i;
                }
              }
              return new RepeatPurchases(used, last, 6);
            });
  }

  private static BgBbModel fit(RepeatPurchases... customers) {
    return BgBbTrainer.fit(PurchaseSample.of(Stream.of(customers)));
  }
}
