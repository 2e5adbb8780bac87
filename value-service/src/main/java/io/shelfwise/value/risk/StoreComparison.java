package io.shelfwise.value.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares a customer with the store's customers. Only too much is out of the ordinary. */
final class StoreComparison {
  private StoreComparison() {}

  static List<Anomaly> anomalies(Window window, Norms norms) {
    List<Anomaly> anomalies = new ArrayList<>();
    add(anomalies, Method.IQR, window, norms.quartiles(), norms.currency());
    add(anomalies, Method.Z_SCORE, window, norms.deviations(), norms.currency());
    return anomalies;
  }

  private static void add(
      List<Anomaly> anomalies,
      Method method,
      Window window,
      Map<Measure, Fence> fences,
      String currency) {
    fences.forEach(
        (measure, fence) -> {
          double value = window.value(measure);
          if (value > fence.border()) {
            anomalies.add(
                new Anomaly(
                    measure,
                    method,
                    value,
                    fence.border(),
                    Math.max(1, fence.severity(value)),
                    reason(measure, value, window.days(), fence, currency)));
          }
        });
  }

  private static String reason(
      Measure measure, double value, int days, Fence fence, String currency) {
    String did =
        switch (measure) {
          case SPEND -> "spent " + Amount.of(value, currency);
          case RETURNS -> "sent back " + Amount.of(value, currency);
          case ORDER_RATE -> String.format(Locale.ROOT, "placed %.0f orders", value);
        };
    return String.format(
        Locale.ROOT,
        "%s in %d days; ordinary is %.2f to %.2f among the customers who did so, and more than %.2f"
            + " is out of the ordinary",
        did,
        days,
        fence.low(),
        fence.high(),
        fence.border());
  }
}
