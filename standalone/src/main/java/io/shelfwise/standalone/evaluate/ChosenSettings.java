package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of recommenders that the option {@code --set} gives.
 *
 * @param values by the settings' names
 */
public record ChosenSettings(Map<String, String> values) {
  public ChosenSettings {
    values = Map.copyOf(values);
  }

  /**
   * The recommenders that have them.
   *
   * @throws CommandFailure if there is no such setting, or it cannot have that value
   */
  public OfflineRecommenders recommenders() {
    return recommenders(OfflineRecommenders::with);
  }

  /** The same for data that do not tell when anything was done. */
  OfflineRecommenders recommendersWithoutTimes() {
    return recommenders(OfflineRecommenders::withoutTimes);
  }

  private OfflineRecommenders recommenders(
      Function<Map<String, String>, OfflineRecommenders> making) {
    try {
      return making.apply(values);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--set" + culprit() + ": " + e.getMessage(), e);
    }
  }

  /**
   * The setting that is refused even by itself, for a recommender names it without its own name;
   * empty if all could be, but not together.
   */
  private String culprit() {
    for (Map.Entry<String, String> one : new TreeMap<>(values).entrySet()) {
      try {
        var _ = OfflineRecommenders.with(Map.of(one.getKey(), one.getValue()));
      } catch (IllegalArgumentException e) {
        return " " + one.getKey() + "=" + one.getValue();
      }
    }
    return "";
  }
}
