package io.shelfwise.value;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shelfwise.value.history.Histories;
import java.time.Duration;

/** What an operator can watch. */
final class ValueMeters {
  private final Counter events;
  private final Timer fits;

  ValueMeters(MeterRegistry registry, Histories histories) {
    events =
        Counter.builder("shelfwise.value.events")
            .description("Events of the log that were taken in")
            .register(registry);
    fits =
        Timer.builder("shelfwise.value.fits")
            .description("Fits of a store's models")
            .register(registry);
    Gauge.builder("shelfwise.value.stores", histories, all -> all.stores().size())
        .description("Stores")
        .register(registry);
    Gauge.builder("shelfwise.value.customers", histories, ValueMeters::customers)
        .description("Customers of all stores")
        .register(registry);
  }

  private static double customers(Histories histories) {
    return histories.stores().stream().mapToLong(store -> store.customers().size()).sum();
  }

  void tookIn(int count) {
    events.increment(count);
  }

  void fitted(Duration took) {
    fits.record(took);
  }
}
