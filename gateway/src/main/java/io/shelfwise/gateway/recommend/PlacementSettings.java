package io.shelfwise.gateway.recommend;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Placement;
import java.util.Map;

/**
 * A placement as it stands in the settings, {@code shelfwise.gateway.placements.NAME}.
 *
 * @param name what requests call it
 * @param weights recommender → how much it counts
 * @param fallback recommender → how much it counts for what fills up an answer that is too short
 * @param excludePurchased whether products that the customer has bought are left out
 * @param needsProducts whether a request must give a product to start from
 * @param longestRun how many products of one category may follow each other; 0: any number
 */
@EachProperty("shelfwise.gateway.placements")
public record PlacementSettings(
    @Parameter String name,
    Map<String, Double> weights,
    Map<String, Double> fallback,
    @Bindable(defaultValue = "false") boolean excludePurchased,
    @Bindable(defaultValue = "false") boolean needsProducts,
    @Bindable(defaultValue = "0") int longestRun) {

  /** The placement that these settings describe. */
  Placement placement() {
    return new Placement(
        name,
        Weights.of(weights),
        Weights.of(fallback),
        excludePurchased,
        needsProducts,
        longestRun);
  }
}
