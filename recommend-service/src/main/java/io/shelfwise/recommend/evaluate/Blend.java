package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One ranking of the lists of many recommenders, as the gateway makes it: {@code Σ weight · score /
 * highest score of the list}.
 *
 * @param weights the weight of each recommender
 */
public record Blend(Map<RecommenderName, Double> weights) {
  public Blend {
    weights = Map.copyOf(weights);
  }

  /** The products of all lists, the best first. */
  public List<Integer> rank(Map<RecommenderName, List<Proposal>> lists) {
    Map<Integer, Double> scores = new HashMap<>();
    weights.forEach(
        (name, weight) -> {
          List<Proposal> list = lists.getOrDefault(name, List.of());
          for (Proposal proposal : list) {
            scores.merge(
                proposal.product(),
                weight * proposal.score() / list.getFirst().score(),
                Double::sum);
          }
        });
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
