package io.shelfwise.standalone.evaluate;

import com.google.gson.GsonBuilder;
import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Table;
import io.shelfwise.standalone.terminal.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Tries settings of a recommender on a part that is cut from what is known: the part that
 * recommenders are judged by is never looked at.
 */
final class SettingSearch {
  private static final int WIDEST = 100;

  private final Ground validation;
  private final MeasureAt measure;
  private final int candidates;
  private final Consumer<String> progress;

  /**
   * Makes ready.
   *
   * @param progress is told what is being done, in words
   */
  SettingSearch(Ground ground, MeasureAt measure, int candidates, Consumer<String> progress) {
    this.progress = progress;
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
   * The values to try: those that are set; where none has several, the declared ones besides.
   *
   * @param set values with commas between them, by setting
   * @param declared likewise
   */
  static Map<String, String> values(Map<String, String> set, Map<String, String> declared) {
    if (set.values().stream().anyMatch(values -> values.contains(","))) {
      return set;
    }
    Map<String, String> all = new TreeMap<>(declared);
    all.putAll(set);
    return all;
  }

  /**
   * The combinations of settings, each of which may have several values; if there are more than are
   * wanted, a random choice of them.
   *
   * @param set values with commas between them, by setting
   */
  static List<Map<String, String>> combinations(Map<String, String> set, int most, long seed) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    set.forEach((setting, several) -> values.put(setting, List.of(several.split(",", -1))));
    long count = 1;
    for (List<String> ofOne : values.values()) {
      count = Math.min(Integer.MAX_VALUE, count * ofOne.size());
    }
    // Drawn by number: all of them might not fit the memory.
    LongStream chosen =
        count <= most
            ? LongStream.range(0, count)
            : new Random(seed).longs(0, count).distinct().limit(most);
    return chosen.mapToObj(number -> combination(values, number)).toList();
  }

  /** The combination of a number, of which the values are the digits. */
  private static Map<String, String> combination(
      SortedMap<String, List<String>> values, long number) {
    Map<String, String> combination = new LinkedHashMap<>();
    long left = number;
    for (Map.Entry<String, List<String>> setting : values.reversed().entrySet()) {
      int size = setting.getValue().size();
      combination.put(setting.getKey(), setting.getValue().get((int) (left % size)));
      left /= size;
    }
    return combination;
  }

  /**
   * Tries the delivered settings and each of these, and tells all that were tried, the best first:
   * so the best is never worse than what is delivered.
   */
  List<String> run(
      RecommenderName name, List<Map<String, String>> combinations, Maker maker, boolean json) {
    if (validation.split().relevant().isEmpty()) {
      throw new CommandFailure(
          "--search: nobody can be judged on a part of what is known (expected: customers with at"
              + " least five products, or who bought before and in the last part of the time)");
    }
    List<Trial> trials = new ArrayList<>();
    progress.accept("%s: as delivered, and %d more".formatted(name.text(), combinations.size()));
    OfflineRecommenders delivered = maker.make(Map.of(), validation.timed());
    trials.add(trial(name, Map.of(), delivered));
    for (Map<String, String> settings : combinations) {
      progress.accept("%s: %s".formatted(name.text(), told(settings)));
      OfflineRecommenders set = maker.make(settings, validation.timed());
      if (!set.settings().equals(delivered.settings())) {
        trials.add(trial(name, settings, set));
      }
    }
    trials.sort(Comparator.comparing(Trial::mean, measure.measure().bestFirst()));
    return json ? List.of(json(name, trials)) : lines(name, trials);
  }

  private Trial trial(
      RecommenderName name, Map<String, String> settings, OfflineRecommenders recommenders) {
    Evaluation.Plan plan =
        new Evaluation.Plan(
            List.of(name),
            false,
            Optional.empty(),
            Optional.empty(),
            1,
            List.of(measure),
            candidates,
            false);
    try (Evaluation evaluation = new Evaluation(recommenders, validation, plan, doing -> {})) {
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
      one.put(measure.toString(), Double.isNaN(trial.mean()) ? null : trial.mean());
      one.put("trainSeconds", trial.trainSeconds());
      all.add(one);
    }
    return new GsonBuilder()
        .serializeNulls()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .create()
        .toJson(all);
  }
}
