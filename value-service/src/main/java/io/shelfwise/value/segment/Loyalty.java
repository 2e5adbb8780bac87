package io.shelfwise.value.segment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How loyal a customer is.
 *
 * @param score 0 to 1
 * @param loyal whether that is enough to count as loyal
 * @param frequency how often the customer came back, 0 to 1
 * @param quantity how many pieces were bought, 0 to 1
 * @param tenure for how long, 0 to 1
 * @param feedback what the customer thought of it, 0 to 1; empty if nothing was rated
 */
public record Loyalty(
    double score,
    boolean loyal,
    double frequency,
    double quantity,
    double tenure,
    OptionalDouble feedback) {
  /** What the score is made of, by name. */
  public Map<String, Double> components() {
    Map<String, Double> components = new LinkedHashMap<>();
    components.put("frequency", frequency);
    components.put("quantity", quantity);
    components.put("tenure", tenure);
    feedback.ifPresent(share -> components.put("feedback", share));
    return components;
  }
}
