package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.evaluate.BlendFit.Fold;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final long SEED = 20_111_209;
  private static final List<RecommenderName> NAMES =
      List.of(RecommenderName.USER_KNN, RecommenderName.ITEM_KNN);
  private static final double[] WEIGHTS = {2, 0.5};

  /** One customer, three products: the formula by hand. */
  @Test
  void theLikelihoodIsThatOfAConditionalLogit() {
    TopLists users = new TopLists(1, 2);
    users.put(0, 0, 0, 4);
    users.put(0, 1, 1, 1);
    TopLists items = new TopLists(1, 2);
    items.put(0, 0, 1, 10);
    items.put(0, 1, 2, 5);
    Choices choices = choices(Map.of("c", Set.of("p1", "p2", "p9")), users, items);

    double[] scores = {2, 2 * 0.25 + 0.5, 0.5 * 0.5};
    double all = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
    assertThat(choices.size()).isEqualTo(1);
    assertThat(choices.at(WEIGHTS).value())
        .isCloseTo((scores[1] + scores[2]) / 2 - Math.log(all), within(1e-12));
  }

  /** The gradient is the slope of the value, and the curvature that of the gradient, downwards. */
  @Test
  void slopesAreThoseOfDifferences() {
    Random random = new Random(SEED);
    int customers = 600;
    TopLists users = random(random, customers);
    TopLists items = random(random, customers);
    Map<String, Set<String>> relevant = new TreeMap<>();
    for (int customer = 0; customer < customers; customer++) {
      relevant.put(
          "c%03d".formatted(customer), Set.of("p" + random.nextInt(5), "p" + (5 + customer % 5)));
    }
    Choices choices = choices(relevant, users, items);
    Choices.Slope slope = choices.at(WEIGHTS);
    for (int i = 0; i < WEIGHTS.length; i++) {
      double step = 1e-5;
      double[] more = WEIGHTS.clone();
      more[i] += step;
      double[] less = WEIGHTS.clone();
      less[i] -= step;
      Choices.Slope above = choices.at(more);
      Choices.Slope below = choices.at(less);
      assertThat(slope.gradient()[i])
          .as("seed %d", SEED)
          .isCloseTo((above.value() - below.value()) / (2 * step), within(1e-8));
      for (int j = 0; j < WEIGHTS.length; j++) {
        assertThat(slope.curvature()[i * WEIGHTS.length + j])
            .isCloseTo((below.gradient()[j] - above.gradient()[j]) / (2 * step), within(1e-8));
      }
    }
  }

  /** Weights cannot help whom nothing relevant is proposed to. */
  @Test
  void whoWasProposedNothingRelevantIsNotLearnedFrom() {
    TopLists users = new TopLists(1, 1);
    users.put(0, 0, 0, 1);

    assertThat(choices(Map.of("c", Set.of("p1")), users, new TopLists(1, 1)).size()).isZero();
  }

  /** What the fit looks at is the measure by which the blend will be judged. */
  @Test
  void theNdcgIsThatOfTheBlendedLists() {
    Random random = new Random(SEED);
    int customers = 200;
    TopLists users = random(random, customers);
    TopLists items = random(random, customers);
    Map<String, Set<String>> relevant = new TreeMap<>();
    for (int customer = 0; customer < customers; customer++) {
      relevant.put("c%03d".formatted(customer), Set.of("p" + users.product(customer, 5), "p10"));
    }
    Fold fold = fold(relevant, users, items);
    Blend blend = new Blend(Map.of(RecommenderName.USER_KNN, 2.0, RecommenderName.ITEM_KNN, 0.5));
    MeasureAt ndcg = MeasureAt.of("ndcg@3");
    ProductFacts facts = new ProductFacts(SparseMatrix.empty(1, 10), new double[0], List.of());
    Judgement judged =
        Judgement.of(blend.rank(fold.lists(), customers, 3), fold.test(), facts, 10, List.of(ndcg));

    double[] seen = new Choices(NAMES, List.of(fold)).ndcg(WEIGHTS, 3);

    assertThat(seen).containsExactly(judged.values(ndcg), within(1e-12));
    assertThat(Arrays.stream(seen).boxed())
        .as("seed %d", SEED)
        .contains(0.0)
        .anyMatch(value -> value > 0);
  }

  private static TopLists random(Random random, int customers) {
    TopLists lists = new TopLists(customers, 6);
    for (int customer = 0; customer < customers; customer++) {
      int[] products = random.ints(0, 10).distinct().limit(6).toArray();
      for (int place = 0; place < products.length; place++) {
        lists.put(customer, place, products[place], 1 - random.nextDouble());
      }
    }
    return lists;
  }

  private static Choices choices(
      Map<String, Set<String>> relevant, TopLists users, TopLists items) {
    return new Choices(NAMES, List.of(fold(relevant, users, items)));
  }

  private static Fold fold(Map<String, Set<String>> relevant, TopLists users, TopLists items) {
    Dictionary products = new Dictionary();
    for (int product = 0; product < 10; product++) {
      products.number("p" + product);
    }
    return new Fold(
        Map.of(RecommenderName.USER_KNN, users, RecommenderName.ITEM_KNN, items),
        TestSet.of(Split.of(List.of(), relevant), products),
        customer -> true);
  }
}
