package io.shelfwise.standalone.evaluate;

import com.google.gson.GsonBuilder;
import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tries settings of a recommender on a part that is cut from what is known: the part that
 * recommenders are judged by is never looked at.
 */
final class SettingSearch {
  private static final int WIDEST = 100;

  private final Ground validation;
  private final MeasureAt measure;
  private final int candidates;

  SettingSearch(Ground ground, MeasureAt measure, int candidates) {
    this.validation = ground.validation();
    this.measure = measure;
    this.candidates = candidates;
  }

  /** What a combination of settings came to. */
  private record Trial(Map<String, String> settings, double mean, double trainSeconds) {}

  /** Makes recommenders of settings. */
  interface Maker {
    OfflineRecommenders make(Map<String, String> settings, boolean timed);
  }

  /**
   * The combinations of settings, each of which may have several values; if there are more than are
   * wanted, a random choice of them.
   *
   * @param set values with commas between them, by setting
   */
  static List<Map<String, String>> combinations(Map<String, String> set, int most, long seed) {
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, String> setting : new TreeMap<>(set).entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> shorter : all) {
        for (String value : setting.getValue().split(",", -1)) {
          Map<String, String> one = new LinkedHashMap<>(shorter);
          one.put(setting.getKey(), value);
          longer.add(one);
        }
      }
      all = longer;
    }
    if (all.size() > most) {
      Collections.shuffle(all, new Random(seed));
    }
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /** Tries each, and tells all that were tried, the best first. */
  List<String> run(
      RecommenderName name, List<Map<String, String>> combinations, Maker maker, boolean json) {
    List<Trial> trials = new ArrayList<>();
    for (Map<String, String> settings : combinations) {
      trials.add(trial(name, settings, maker.make(settings, validation.timed())));
    }
    trials.sort(Comparator.comparingDouble(Trial::mean).reversed());
    return json ? List.of(json(name, trials)) : lines(name, trials);
  }

  private Trial trial(
      RecommenderName name, Map<String, String> settings, OfflineRecommenders recommenders) {
    Evaluation.Plan plan =
        new Evaluation.Plan(
            List.of(name), false, Optional.empty(), List.of(measure), candidates, false);
    try (Evaluation evaluation = new Evaluation(recommenders, validation, plan)) {
      Verdict verdict = evaluation.run().getFirst();
      return new Trial(settings, verdict.judgement().mean(measure), verdict.training().seconds());
    }
  }

  private List<String> lines(RecommenderName name, List<Trial> trials) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d trials on a validation part of what is known"
            .formatted(name.text(), trials.size()));
    lines.addAll(
        new Table(
                List.of(
                    Column.text("settings", WIDEST),
                    Column.number(measure.toString()),
                    Column.number("train s")),
                trials.stream()
                    .map(
                        trial ->
                            List.of(
                                told(trial.settings()),
                                String.format(Locale.ROOT, "%.4f", trial.mean()),
                                String.format(Locale.ROOT, "%.2f", trial.trainSeconds())))
                    .toList())
            .lines());
    return lines;
  }

  private static String told(Map<String, String> settings) {
    return settings.isEmpty()
        ? "as delivered"
        : settings.entrySet().stream()
            .map(setting -> "--set " + setting.getKey() + "=" + setting.getValue())
            .reduce((one, other) -> one + " " + other)
            .orElseThrow();
  }

  private String json(RecommenderName name, List<Trial> trials) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Trial trial : trials) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("recommender", name.text());
      one.put("settings", trial.settings());
      one.put(measure.toString(), trial.mean());
      one.put("trainSeconds", trial.trainSeconds());
      all.add(one);
    }
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all);
  }
}
