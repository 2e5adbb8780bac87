package io.shelfwise.value;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.rpc.AccessKey;

/** Starts value-service with the application and ends it with it. */
@Factory
final class ValueFactory {
  @Context
  @Bean(preDestroy = "close")
  ValueNode valueNode(
      ValueSettings settings,
      StrategySettings strategies,
      AccessKey.Settings access,
      MeterRegistry meters) {
    return ValueNode.start(settings, strategies.strategies(), access.accessKey(), meters);
  }
}
