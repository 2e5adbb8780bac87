package io.shelfwise.profile.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.event.v1.WriteResult.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Counts what becomes of events: {@code shelfwise.profile.events}, by outcome. */
public final class OutcomeCounters {
  private static final String METER = "shelfwise.profile.events";

  private final Counter written;
  private final Counter duplicate;
  private final Counter rejected;

  /** Counts into a registry. */
  public OutcomeCounters(MeterRegistry registry) {
    this.written = counter(registry, Outcome.OUTCOME_WRITTEN);
    this.duplicate = counter(registry, Outcome.OUTCOME_DUPLICATE);
    this.rejected = counter(registry, Outcome.OUTCOME_REJECTED);
  }

  private static Counter counter(MeterRegistry registry, Outcome outcome) {
    String name = outcome.name().substring("OUTCOME_".length()).toLowerCase(Locale.ROOT);
    return Counter.builder(METER)
        .description("Events that were taken in, by what became of them")
        .tag("outcome", name)
        .register(registry);
  }

  void rejected() {
    rejected.increment();
  }

  void kept(List<Outcome> outcomes) {
    int duplicates = Collections.frequency(outcomes, Outcome.OUTCOME_DUPLICATE);
    duplicate.increment(duplicates);
    written.increment(outcomes.size() - duplicates);
  }
}
