package io.shelfwise.gateway.recommend;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.gateway.rules.Weighting;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A weighting as it stands in the settings, {@code shelfwise.gateway.weightings.NAME}.
 *
 * @param name what answers call it
 * @param order where several hold for a customer, the one of the least order counts; of equal ones
 *     the first by name
 * @param placements where it counts; none: nowhere
 * @param segments the segments that a customer must be in, all of them; none: any customer, if the
 *     history is long enough
 * @param leastHistory how many products the customer's history has at least; 0: any number
 * @param weights recommender or scorer → how much it counts, in place of what the placement says of
 *     it
 */
@EachProperty("shelfwise.gateway.weightings")
public record WeightingSettings(
    @Parameter String name,
    @Bindable(defaultValue = "0") int order,
    List<String> placements,
    @Bindable(defaultValue = " ") List<String> segments,
    @Bindable(defaultValue = "0") int leastHistory,
    Map<String, Double> weights) {
  /** The order in which they count. */
  static final Comparator<WeightingSettings> ORDER =
      Comparator.comparingInt(WeightingSettings::order).thenComparing(WeightingSettings::name);

  private static final Pattern SEGMENT = Pattern.compile("[^:\\s]+(:[^:\\s]+){1,2}");

  public WeightingSettings {
    placements = placements.stream().filter(placement -> !placement.isBlank()).toList();
    segments = segments.stream().filter(segment -> !segment.isBlank()).toList();
    weights = Map.copyOf(weights);
    if (leastHistory < 0) {
      throw new IllegalArgumentException(
          setting(name, "least-history") + ": " + leastHistory + " (expected: >= 0)");
    }
    if (segments.isEmpty() && leastHistory == 0) {
      throw new IllegalArgumentException(
          setting(name, "segments") + ": none (expected: at least one, or a least-history)");
    }
    for (String segment : segments) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException(
            setting(name, "segments") + ": " + segment + " (expected: KIND:NAME, as stage:growth)");
      }
    }
  }

  private static String setting(String name, String of) {
    return "shelfwise.gateway.weightings." + name + "." + of;
  }

  /** Refuses placements that are not there. */
  void check(Placements known) {
    for (String placement : placements) {
      if (known.find(placement).isEmpty()) {
        throw new IllegalArgumentException(
            setting(name, "placements")
                + ": "
                + placement
                + " (expected: some of "
                + String.join(", ", known.names())
                + ")");
      }
    }
  }

  /** The weighting of a placement that has these weights for anyone. */
  Weighting over(Map<String, Double> usual) {
    Map<String, Double> all = new HashMap<>(usual);
    all.putAll(weights);
    return new Weighting(name, Set.copyOf(segments), leastHistory, Weights.of(all));
  }
}
