package io.shelfwise.recommend;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.rpc.AccessKey;

/** Starts recommend-service with the application and ends it with it. */
@Factory
final class RecommendFactory {
  @Context
  @Bean(preDestroy = "close")
  RecommendNode recommendNode(
      RecommendSettings settings,
      CatalogSettings catalogue,
      ModelSettings models,
      GuardSettings guard,
      AccessKey.Settings access,
      MeterRegistry meters) {
    return RecommendNode.start(settings, catalogue, models, guard, access.accessKey(), meters);
  }
}
