package io.shelfwise.value.risk;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is ordinary among a store's customers: of each measure, in the window, of those who did any
 * of it. One who returns nothing says nothing about how much is returned.
 *
 * @param rule what counts as out of the ordinary
 * @param asOfDay the last day of the window
 * @param currency the store's currency
 * @param quartiles by {@link Method#IQR}; a measure is absent of which too little is known
 * @param deviations by {@link Method#Z_SCORE}, likewise
 */
record Norms(
    RiskRule rule,
    int asOfDay,
    String currency,
    Map<Measure, Fence> quartiles,
    Map<Measure, Fence> deviations) {
  static Norms of(StoreHistory store, RiskRule rule) {
    int asOfDay = store.totals().asOfDay();
    Map<Measure, Fence> quartiles = new EnumMap<>(Measure.class);
    Map<Measure, Fence> deviations = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      double[] numbers =
          store.customers().stream()
              .filter(CustomerHistory::hasBought)
              .mapToDouble(
                  customer -> new Window(customer, asOfDay, rule.windowDays()).value(measure))
              .filter(number -> number > 0)
              .toArray();
      if (numbers.length >= rule.leastCustomers()) {
        byQuartiles(rule, numbers).ifPresent(fence -> quartiles.put(measure, fence));
        byDeviation(rule, numbers).ifPresent(fence -> deviations.put(measure, fence));
      }
    }
    return new Norms(rule, asOfDay, store.totals().currency(), quartiles, deviations);
  }

  private static Optional<Fence> byQuartiles(RiskRule rule, double[] numbers) {
    return rule.methods().contains(Method.IQR)
        ? Fence.ofQuartiles(numbers, rule.fence()).map(fence -> fence.atLeast(rule.leastFactor()))
        : Optional.empty();
  }

  private static Optional<Fence> byDeviation(RiskRule rule, double[] numbers) {
    return rule.methods().contains(Method.Z_SCORE) ? spread(rule, numbers) : Optional.empty();
  }

  /** The fence that middle and spread of some numbers make. */
  static Optional<Fence> spread(RiskRule rule, double[] numbers) {
    if (numbers.length == 0) {
      return Optional.empty();
    }
    Optional<Fence> spread =
        rule.robust()
            ? Fence.ofMedianDeviation(numbers, rule.zScore())
            : Fence.ofDeviation(numbers, rule.zScore());
    return spread.map(fence -> fence.atLeast(rule.leastFactor()));
  }

  Window window(CustomerHistory customer) {
    return new Window(customer, asOfDay, rule.windowDays());
  }
}
