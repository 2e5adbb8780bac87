package io.shelfwise.gateway.recommend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.gateway.forward.Services;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Makes the endpoint out of the settings. */
@Factory
final class RecommendFactory {
  @Singleton
  RecommendationEndpoint recommendationEndpoint(
      Services services,
      List<PlacementSettings> placements,
      List<WeightingSettings> weightings,
      RecommendSettings settings,
      AttributionSettings attribution,
      MeterRegistry meters) {
    InstantSource clock = InstantSource.system();
    return new RecommendationEndpoint(
        PlacementSettings.placements(placements, weightings),
        new Recommendations(
            new Inquiry(services.recommend(), services.value(), settings),
            new LastBestsellers(settings.bestsellersKept(), clock),
            new Attribution(attribution.key(), clock),
            meters),
        meters);
  }
}
