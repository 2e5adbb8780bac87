package io.shelfwise.standalone.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.gateway.blend.Proposals;
import io.shelfwise.gateway.blend.Ranking;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.recommend.PlacementSettings;
import io.shelfwise.gateway.recommend.WeightingSettings;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.recommend.evaluate.Blend;
import io.shelfwise.recommend.evaluate.BlendByHistory;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is judged as the blend must be what the gateway answers with. */
class BlendTest {
  private static final long SEED = 20_111_209;
  private static final int PRODUCTS = 40;
  private static final int LENGTH = 12;

  /** The same lists and weights make the same ranking and the same scores, to the last bit. */
  @Test
  void theBlendThatIsJudgedIsTheOneOfTheGateway() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Map<RecommenderName, TopLists> lists = new EnumMap<>(RecommenderName.class);
      Map<RecommenderName, Double> weights = new EnumMap<>(RecommenderName.class);
      List<Proposals> proposals = new ArrayList<>();
      Map<String, Double> byName = new HashMap<>();
      for (RecommenderName name :
          List.of(RecommenderName.USER_KNN, RecommenderName.CONTENT, RecommenderName.POPULAR)) {
        double weight = random.nextInt(4);
        weights.put(name, weight + (name == RecommenderName.POPULAR ? 1 : 0));
        byName.put(name.text(), weight + (name == RecommenderName.POPULAR ? 1 : 0));
        fill(name, random, lists, proposals);
      }

      TopLists judged = new Blend(weights).rank(lists, 1, PRODUCTS);
      Ranking answered = Ranking.blend(proposals, Weights.of(byName), PRODUCTS, "p%03d"::formatted);

      assertThat(IntStream.range(0, judged.size(0)).map(place -> judged.product(0, place)))
          .as("seed %d, round %d", SEED, round)
          .containsExactlyElementsOf(answered.products().boxed().toList());
      for (int place = 0; place < judged.size(0); place++) {
        assertThat(judged.score(0, place)).isEqualTo(answered.score(judged.product(0, place)));
      }
    }
  }

  /**
   * Weights by the length of histories, copied into the settings as they are told, count as they
   * were fitted: a recommender that counts for short histories only is silent for longer ones.
   */
  @Test
  void whoIsKnownWellHasTheSameWeightsInTheGateway() {
    Map<RecommenderName, Double> few =
        Map.of(RecommenderName.POPULAR, 3.0, RecommenderName.CONTENT, 1.0);
    Map<RecommenderName, Double> many =
        Map.of(RecommenderName.POPULAR, 1.0, RecommenderName.USER_KNN, 2.0);
    BlendByHistory judged =
        new BlendByHistory(new TreeMap<>(Map.of(0, new Blend(few), 20, new Blend(many))));
    PlacementSettings place =
        new PlacementSettings(
            "for-you",
            told("from-0.", judged),
            Map.of("popular", 1.0),
            false,
            false,
            0,
            Map.of(),
            0,
            0);
    WeightingSettings known =
        new WeightingSettings(
            "known", 0, List.of("for-you"), List.of(), 20, told("from-20.", judged));
    Placement answered =
        PlacementSettings.placements(List.of(place), List.of(known)).find("for-you").orElseThrow();

    for (int history = 0; history < 40; history++) {
      assertThat(answered.weightingFor(List.of(), history).weights().shares())
          .isEqualTo(weights(judged.forHistory(history).weights()).shares());
    }
  }

  /** What {@code evaluate} tells of one part, by the names that settings have. */
  private static Map<String, Double> told(String part, BlendByHistory blend) {
    Map<String, Double> told = new HashMap<>();
    blend
        .weights()
        .forEach(
            (name, weight) -> {
              if (name.startsWith(part)) {
                told.put(name.substring(part.length()), weight);
              }
            });
    return told;
  }

  private static Weights weights(Map<RecommenderName, Double> weights) {
    Map<String, Double> byName = new HashMap<>();
    weights.forEach((name, weight) -> byName.put(name.text(), weight));
    return Weights.of(byName);
  }

  /**
   * A list of some products, best first; scores of few different values, so that many are equal.
   */
  private static void fill(
      RecommenderName name,
      Random random,
      Map<RecommenderName, TopLists> lists,
      List<Proposals> proposals) {
    int[] products = random.ints(0, PRODUCTS).distinct().limit(LENGTH).toArray();
    double[] scores =
        IntStream.range(0, LENGTH)
            .mapToObj(i -> 0.3 * (1 + random.nextInt(6)))
            .sorted(Comparator.reverseOrder())
            .mapToDouble(Double::doubleValue)
            .toArray();
    TopLists list = new TopLists(1, LENGTH);
    for (int place = 0; place < LENGTH; place++) {
      list.put(0, place, products[place], scores[place]);
    }
    lists.put(name, list);
    proposals.add(new Proposals(name.text(), products, scores));
  }
}
