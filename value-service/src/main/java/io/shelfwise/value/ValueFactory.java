package io.shelfwise.value;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.segment.Levels;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Starts value-service with the application and ends it with it. */
@Factory
final class ValueFactory {
  @Singleton
  Rulebook rulebook(
      ValueSettings settings,
      StrategySettings strategies,
      Collection<LevelSettings> levels,
      LoyaltySettings loyalty,
      LifecycleSettings lifecycle,
      Collection<ActionSettings> actions,
      RiskSettings risk) {
    return new Rulebook(
        strategies.strategies(),
        settings.rfmTable(),
        new Levels(levels.stream().map(LevelSettings::level).toList()),
        loyalty.rule(),
        lifecycle.rule(),
        ActionSettings.table(actions),
        risk.rule(),
        settings.horizon());
  }

  @Context
  @Bean(preDestroy = "close")
  ValueNode valueNode(
      ValueSettings settings, Rulebook rules, AccessKey.Settings access, MeterRegistry meters) {
    return ValueNode.start(settings, rules, access.accessKey(), meters);
  }
}
