package io.shelfwise.value.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The numbers that tell where a customer who bought stands.
 *
 * @param purchaseDays days with a purchase, at least 1
 * @param silentDays days since the latest of them
 * @param usualDays days that usually lie between two
 * @param activeProbability the probability that the customer still buys here at all; empty without
 *     a purchase model
 * @param silenceProbability the probability that no purchase comes within the next {@code
 *     silenceDays}; empty without a purchase model
 * @param silenceDays how far ahead that looks
 */
public record Signs(
    int purchaseDays,
    int silentDays,
    double usualDays,
    OptionalDouble activeProbability,
    OptionalDouble silenceProbability,
    double silenceDays) {
  public Signs {
    if (purchaseDays < 1) {
      throw new IllegalArgumentException("purchaseDays: " + purchaseDays + " (expected: >= 1)");
    }
    if (silentDays < 0) {
      throw new IllegalArgumentException("silentDays: " + silentDays + " (expected: >= 0)");
    }
    if (!(usualDays > 0)) {
      throw new IllegalArgumentException("usualDays: " + usualDays + " (expected: > 0)");
    }
  }

  /** How many usual intervals the silence is long. */
  public double overdue() {
    return silentDays / usualDays;
  }

  /** All of them by name. */
  public Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("purchase_days", (double) purchaseDays);
    numbers.put("days_since_last_purchase", (double) silentDays);
    numbers.put("usual_interval_days", usualDays);
    numbers.put("intervals_overdue", overdue());
    activeProbability.ifPresent(p -> numbers.put("active_probability", p));
    silenceProbability.ifPresent(
        p -> {
          numbers.put("no_purchase_probability", p);
          numbers.put("no_purchase_days", silenceDays);
        });
    return numbers;
  }
}
