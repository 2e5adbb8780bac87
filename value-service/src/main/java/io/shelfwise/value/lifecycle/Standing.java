package io.shelfwise.value.lifecycle;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a customer stands, and what led there.
 *
 * @param stage the stage
 * @param sinceDay the day on which it began, as {@link
 *     io.shelfwise.value.history.CustomerHistory#dayOf}; empty for a customer who has not bought
 * @param reason why, in a clause
 * @param numbers what the stage follows from, by name
 */
public record Standing(
    Stage stage, OptionalInt sinceDay, String reason, Map<String, Double> numbers) {
  /** Where one stands who was seen and has not bought. */
  public static final Standing VISITOR =
      new Standing(Stage.ACQUISITION, OptionalInt.empty(), "has not bought yet", Map.of());

  public Standing {
    numbers = Map.copyOf(numbers);
  }

  static Standing of(Stage stage, int sinceDay, Signs signs) {
    return new Standing(stage, OptionalInt.of(sinceDay), reason(signs), signs.numbers());
  }

  private static String reason(Signs signs) {
    StringBuilder reason =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "bought on %d %s, last %d days ago, %.1f times the usual interval of %.0f days",
                signs.purchaseDays(),
                signs.purchaseDays() == 1 ? "day" : "days",
                signs.silentDays(),
                signs.overdue(),
                signs.usualDays()));
    signs
        .activeProbability()
        .ifPresent(p -> reason.append(String.format(Locale.ROOT, "; active with %.2f", p)));
    signs
        .silenceProbability()
        .ifPresent(
            p ->
                reason.append(
                    String.format(
                        Locale.ROOT,
                        "; buys nothing in the next %.0f days with %.2f",
                        signs.silenceDays(),
                        p)));
    return reason.toString();
  }
}
