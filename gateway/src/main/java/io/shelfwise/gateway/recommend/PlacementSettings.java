package io.shelfwise.gateway.recommend;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Placements;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A placement as it stands in the settings, {@code shelfwise.gateway.placements.NAME}.
 *
 * @param name what requests call it
 * @param weights recommender or scorer → how much it counts
 * @param fallback recommender → how much it counts for what fills up an answer that is too short
 * @param excludePurchased whether products that the customer has bought are left out
 * @param needsProducts whether a request must give a product to start from
 * @param longestRun how many products of one category may follow each other; 0: any number
 * @param exploration recommender → how much it counts in choosing the products that hardly anybody
 *     has bought yet, for which places are kept
 * @param explorationEvery of how many places the last one is kept; 0: none is
 * @param explorationMostBuyers how many customers at most have bought such a product
 */
@EachProperty("shelfwise.gateway.placements")
public record PlacementSettings(
    @Parameter String name,
    Map<String, Double> weights,
    Map<String, Double> fallback,
    @Bindable(defaultValue = "false") boolean excludePurchased,
    @Bindable(defaultValue = "false") boolean needsProducts,
    @Bindable(defaultValue = "0") int longestRun,
    Map<String, Double> exploration,
    @Bindable(defaultValue = "0") int explorationEvery,
    @Bindable(defaultValue = "2") int explorationMostBuyers) {

  /**
   * All placements, with the weightings that count on them.
   *
   * @throws IllegalArgumentException if a weighting names a placement that is not there
   */
  public static Placements placements(
      List<PlacementSettings> all, List<WeightingSettings> weightings) {
    List<WeightingSettings> ordered = weightings.stream().sorted(WeightingSettings.ORDER).toList();
    Placements placements =
        new Placements(all.stream().map(settings -> settings.placement(ordered)).toList());
    ordered.forEach(weighting -> weighting.check(placements));
    return placements;
  }

  /**
   * The placement that these settings describe.
   *
   * @param weightings those of the whole shop, in the order in which they count
   */
  private Placement placement(List<WeightingSettings> weightings) {
    return new Placement(
        name,
        Weights.of(weights),
        weightings.stream()
            .filter(weighting -> weighting.placements().contains(name))
            .map(weighting -> weighting.over(weights))
            .toList(),
        Weights.of(fallback),
        excludePurchased,
        needsProducts,
        longestRun,
        explored());
  }

  private Optional<Exploration> explored() {
    if (explorationEvery == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Exploration(explorationEvery, explorationMostBuyers, Weights.of(exploration)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "placement " + name + ", exploration: " + e.getMessage(), e);
    }
  }
}
