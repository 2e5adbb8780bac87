package io.shelfwise.value.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares a customer with the customer's own time before: the rates of orders and of returns, and
 * what a day with a purchase is worth.
 */
final class OwnComparison {
  /** From how many own days on it can be told what is ordinary for a customer. */
  private static final int LEAST_PURCHASE_DAYS = 8;

  /** Smaller chances make no difference, and their logarithm ends somewhere. */
  private static final double LEAST_CHANCE = 1e-300;

  private OwnComparison() {}

  static List<Anomaly> anomalies(Window window, Norms norms) {
    List<Anomaly> anomalies = new ArrayList<>();
    RiskRule rule = norms.rule();
    if (rule.methods().contains(Method.OWN_HISTORY)
        && window.daysBefore() >= rule.leastDaysBefore()) {
      RateChange orders = change(window, window.orders(), window.ordersBefore());
      RateChange returns = change(window, window.returns(), window.returnsBefore());
      soMany(Measure.ORDER_RATE, "orders", orders, rule).ifPresent(anomalies::add);
      soFewOrders(orders, rule).ifPresent(anomalies::add);
      soMany(Measure.RETURNS, "returns", returns, rule).ifPresent(anomalies::add);
      spend(window, norms).ifPresent(anomalies::add);
    }
    return anomalies;
  }

  private static RateChange change(Window window, int now, int before) {
    return new RateChange(now, window.days(), before, window.daysBefore());
  }

  private static Optional<Anomaly> soMany(
      Measure measure, String what, RateChange change, RiskRule rule) {
    double chance = change.probabilityOfSoMany();
    if (chance > rule.chance()) {
      return Optional.empty();
    }
    int least = change.now();
    while (change.with(least - 1).probabilityOfSoMany() <= rule.chance()) {
      least--;
    }
    return Optional.of(anomaly(measure, what, change, least, chance, "many", rule));
  }

  private static Optional<Anomaly> soFewOrders(RateChange change, RiskRule rule) {
    double chance = change.probabilityOfSoFew();
    if (chance > rule.chance()) {
      return Optional.empty();
    }
    int most = change.now();
    while (change.with(most + 1).probabilityOfSoFew() <= rule.chance()) {
      most++;
    }
    return Optional.of(anomaly(Measure.ORDER_RATE, "orders", change, most, chance, "few", rule));
  }

  private static Anomaly anomaly(
      Measure measure,
      String what,
      RateChange change,
      int threshold,
      double chance,
      String so,
      RiskRule rule) {
    return new Anomaly(
        measure,
        Method.OWN_HISTORY,
        change.now(),
        threshold,
        Math.max(1, Math.log(Math.max(chance, LEAST_CHANCE)) / Math.log(rule.chance())),
        String.format(
            Locale.ROOT,
            "%d %s in %d days; at the pace of the %d days before, %.1f would be ordinary, and so %s"
                + " happen by chance with %.2g",
            change.now(),
            what,
            change.nowDays(),
            change.beforeDays(),
            change.expected(),
            so,
            chance));
  }

  private static Optional<Anomaly> spend(Window window, Norms norms) {
    double[] before = window.purchaseDaysBefore();
    double best = window.bestDay();
    if (before.length < LEAST_PURCHASE_DAYS || best == 0) {
      return Optional.empty();
    }
    return Norms.spread(norms.rule(), before)
        .filter(fence -> best > fence.border())
        .map(
            fence ->
                new Anomaly(
                    Measure.SPEND,
                    Method.OWN_HISTORY,
                    best,
                    fence.border(),
                    Math.max(1, fence.severity(best)),
                    String.format(
                        Locale.ROOT,
                        "spent %s on one day; on the %d days before it was %.2f to %.2f as a rule,"
                            + " and more than %.2f is out of the ordinary",
                        Amount.of(best, norms.currency()),
                        before.length,
                        fence.low(),
                        fence.high(),
                        fence.border())));
  }
}
