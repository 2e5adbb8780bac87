package io.shelfwise.standalone.evaluate;

import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration;
import io.shelfwise.gateway.rules.Exploration.Place;
import io.shelfwise.recommend.evaluate.Blend;
import io.shelfwise.recommend.evaluate.ProductFacts;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.rpc.Launch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The blend in whose lists places are kept for products that hardly anybody has: by the gateway's
 * own rule, and as the placement {@code for-you} is delivered, but for how many places.
 */
final class ExploringBlend {
  private static final String DELIVERED = "shelfwise.gateway.placements.for-you.exploration";

  private final Exploration rule;
  private final Blend choosing;

  private ExploringBlend(int every, int mostBuyers, Map<RecommenderName, Double> weights) {
    this.choosing = new Blend(weights);
    Map<String, Double> byName =
        choosing.weights().entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().text(), Map.Entry::getValue));
    this.rule = new Exploration(every, mostBuyers, Weights.of(byName));
  }

  /**
   * Keeps the last of so many places.
   *
   * @throws IllegalArgumentException if they are fewer than two
   */
  static ExploringBlend every(int places) {
    Map<String, Object> delivered = Launch.defaultsOf("gateway");
    Map<RecommenderName, Double> weights = new EnumMap<>(RecommenderName.class);
    for (RecommenderName name : RecommenderName.values()) {
      if (delivered.get(DELIVERED + "." + name.text()) instanceof Number weight) {
        weights.put(name, weight.doubleValue());
      }
    }
    int mostBuyers = Integer.parseInt(String.valueOf(delivered.get(DELIVERED + "-most-buyers")));
    return new ExploringBlend(places, mostBuyers, weights);
  }

  /** Who chooses what those places are given to. */
  List<RecommenderName> names() {
    return choosing.names();
  }

  /** Of how many places the last one is kept. */
  int every() {
    return rule.every();
  }

  /**
   * The lists with these places kept.
   *
   * @param blended the lists of the blend
   * @param lists what each recommender proposes to the same customers
   * @param facts who has which product
   */
  TopLists rank(
      TopLists blended, Map<RecommenderName, TopLists> lists, ProductFacts facts, int customers) {
    TopLists chosen = choosing.rank(lists, customers, names().size() * blended.width());
    TopLists exploring = new TopLists(customers, blended.width());
    for (int customer = 0; customer < customers; customer++) {
      List<Integer> untried =
          products(chosen, customer)
              .filter(product -> rule.isFor(facts.popularity(product)))
              .boxed()
              .toList();
      List<Integer> ranked = products(blended, customer).boxed().toList();
      List<Place<Integer>> places = rule.places(ranked, untried, blended.width());
      for (int place = 0; place < places.size(); place++) {
        // Only the order counts from here on, and it is not that of the scores.
        exploring.put(customer, place, places.get(place).product(), 1.0 / (place + 1));
      }
    }
    return exploring;
  }

  private static IntStream products(TopLists lists, int customer) {
    return IntStream.range(0, lists.size(customer)).map(place -> lists.product(customer, place));
  }
}
