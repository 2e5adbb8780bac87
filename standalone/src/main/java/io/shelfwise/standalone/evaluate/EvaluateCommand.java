package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.evaluate.Blend;
import io.shelfwise.recommend.evaluate.BlendByHistory;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Given;
import io.shelfwise.standalone.terminal.Limits;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shelfwise evaluate}: how good the recommenders are on data from a file. */
@Command(
    name = "evaluate",
    description = {
      "Trains recommenders on one part of what customers did, and judges them by the other.",
      "Every product that is known can be proposed; none is left out to make it easier."
    })
public final class EvaluateCommand implements Runnable {
  private static final String ALL = "all";
  private static final int USUAL_CANDIDATES = 100;
  private static final int MOST_CANDIDATES = 10_000;
  private static final int MOST_FOLDS = 100;
  private static final int MOST_TRIALS = 100_000;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--recommenders",
      paramLabel = "NAME",
      split = ",",
      defaultValue = ALL,
      description = "Whom to judge, or all; blend is one of them (default: ${DEFAULT-VALUE}).")
  private List<String> names = List.of();

  @Option(
      names = "--set",
      paramLabel = "SETTING=VALUE",
      description =
          "Sets a setting of a recommender, such as user-knn.neighbors=200; with --search several"
              + " values with commas between them. Others are as in the service.")
  private Map<String, String> set = new HashMap<>();

  @Option(
      names = "--weights",
      paramLabel = "NAME=WEIGHT",
      split = ",",
      description = "The weights of the blend (default: those that are best on a validation part).")
  private Map<String, Double> weights = Map.of();

  @Option(
      names = "--explore",
      paramLabel = "PLACES",
      description =
          "Judge the blend also with the last of so many places kept for what hardly anybody has,"
              + " chosen as on the placement for-you.")
  private Optional<Integer> explore = Optional.empty();

  @Option(
      names = "--folds",
      paramLabel = "COUNT",
      defaultValue = "3",
      description =
          "To how many different validation parts the weights of the blend are fitted, each of"
              + " which costs a training of all (default: ${DEFAULT-VALUE}).")
  private int folds = 1;

  @Option(
      names = "--measures",
      paramLabel = "MEASURE@K",
      split = ",",
      defaultValue =
          "ndcg@10,recall@20,ndcg@100,precision@10,f1@10,map@10,hit-rate@10,revenue@10,coverage@10,"
              + "novelty@10,diversity@10,category-diversity@10,calibration@10",
      description = "By what to judge; by the first, all are compared (default: ${DEFAULT-VALUE}).")
  private List<String> measures = List.of();

  @Option(
      names = "--candidates",
      paramLabel = "COUNT",
      defaultValue = "100",
      description =
          "How many products each recommender proposes, of which the blend is made, at least as"
              + " many as are judged (default: ${DEFAULT-VALUE}).")
  private int candidates = USUAL_CANDIDATES;

  @Option(
      names = "--search",
      paramLabel = "TRIALS",
      description =
          "Instead of judging: try the delivered settings and so many combinations of the values of"
              + " --set on a validation part"
              + " that is cut from what is known, all of them if there are not more. If --set gives no"
              + " setting several values, those that the recommender declares are tried.")
  private Optional<Integer> trials = Optional.empty();

  @Mixin private ResultFiles files = new ResultFiles();

  @Option(
      names = "--warm",
      description =
          "Train each recommender once before the training that is timed, as in a process that has"
              + " been running for a while.")
  private boolean warm;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of all that is drawn by chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print an array of JSON objects.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    check();
    ResultFiles.Asked written = files.asked();
    List<MeasureAt> asked = asked();
    Ground ground = data.ground(seed);
    if (trials.isPresent()) {
      print(search(ground, asked, trials.get()));
      return;
    }
    OfflineRecommenders recommenders = recommenders(set, ground.timed());
    List<RecommenderName> chosen = chosen(recommenders);
    Evaluation.Plan plan =
        new Evaluation.Plan(
            chosen,
            blends(),
            blend(chosen),
            explore.map(places -> exploring(places, chosen)),
            folds,
            asked,
            Math.max(longest(asked), written.longest()),
            warm);
    try (Evaluation evaluation = new Evaluation(recommenders, ground, plan, this::tell)) {
      List<MeasureAt> told = measures(asked, evaluation);
      Findings findings = Findings.of(evaluation, ground, evaluation.run(), told, seed);
      EvaluateReport report = new EvaluateReport(findings);
      // First: it would be a pity if it were lost with a file that cannot be written after all.
      print(json ? List.of(report.json()) : report.lines());
      written.write(findings, evaluation.shop());
    }
  }

  /** Refuses what would otherwise be passed over, or found out after long work. */
  private void check() {
    Limits limits = new Limits(spec);
    limits.whole("--candidates", candidates, 1, MOST_CANDIDATES);
    limits.whole("--folds", folds, 1, MOST_FOLDS);
    trials.ifPresent(most -> limits.whole("--search", most, 1, MOST_TRIALS));
    Given given = new Given(spec);
    if (trials.isPresent()) {
      given.refuse(
          "beside --search",
          "--weights",
          "--explore",
          "--folds",
          "--warm",
          "--write-top",
          "--plot");
    }
    if (!blends()) {
      given.refuse("without blend among --recommenders", "--weights", "--folds");
    }
    if (given.has("--weights")) {
      given.refuse("beside --weights", "--folds");
    }
  }

  /** Says what is being done, on the side: what comes of it may be read by a program. */
  private void tell(String doing) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(doing);
    err.flush();
  }

  private void print(List<String> lines) {
    PrintWriter out = spec.commandLine().getOut();
    lines.forEach(out::println);
    out.flush();
  }

  private List<String> search(Ground ground, List<MeasureAt> asked, int most) {
    if (names.size() != 1 || blends()) {
      throw misused("--search: say of which one: --recommenders NAME");
    }
    SettingSearch search = new SettingSearch(ground, asked.getFirst(), longest(asked), this::tell);
    RecommenderName name = chosen(recommenders(Map.of(), ground.timed())).getFirst();
    Map<String, String> values = SettingSearch.values(set, OfflineRecommenders.ranges(name));
    return search.run(
        name, SettingSearch.combinations(values, most, seed), this::recommenders, json);
  }

  private int longest(List<MeasureAt> asked) {
    return Math.max(candidates, asked.stream().mapToInt(MeasureAt::k).max().orElse(0));
  }

  /** What there is nothing to tell by is not told: revenue where no price is known. */
  private static List<MeasureAt> measures(List<MeasureAt> asked, Evaluation evaluation) {
    List<MeasureAt> told =
        asked.stream().filter(measure -> measure.measure().tellsOf(evaluation.facts())).toList();
    if (told.stream().allMatch(measure -> measure.measure().isOfAll())) {
      throw new CommandFailure(
          "--measures: "
              + asked.getFirst()
              + " needs prices or categories, and none are known (expected: another one of each"
              + " customer, such as ndcg@10)");
    }
    return told;
  }

  private OfflineRecommenders recommenders(Map<String, String> settings, boolean timed) {
    ChosenSettings chosen = new ChosenSettings(settings);
    return timed ? chosen.recommenders() : chosen.recommendersWithoutTimes();
  }

  private List<RecommenderName> chosen(OfflineRecommenders recommenders) {
    List<RecommenderName> there = recommenders.names();
    if (names.contains(ALL) || names.equals(List.of(Verdict.BLEND))) {
      return there;
    }
    Set<RecommenderName> chosen = new LinkedHashSet<>();
    for (String name : names) {
      if (!name.equals(Verdict.BLEND)) {
        chosen.add(known(name, "--recommenders", there));
      }
    }
    return List.copyOf(chosen);
  }

  private RecommenderName known(String name, String option, List<RecommenderName> there) {
    return RecommenderName.of(name)
        .filter(there::contains)
        .orElseThrow(
            () ->
                misused(
                    option
                        + ": "
                        + name
                        + Stream.concat(
                                there.stream().map(RecommenderName::text),
                                Stream.of(Verdict.BLEND, ALL))
                            .collect(Collectors.joining(", ", " (expected: some of ", ")"))));
  }

  private Optional<BlendByHistory> blend(List<RecommenderName> there) {
    if (weights.isEmpty()) {
      return Optional.empty();
    }
    Map<RecommenderName, Double> byName = new EnumMap<>(RecommenderName.class);
    weights.forEach((name, weight) -> byName.put(known(name, "--weights", there), weight));
    try {
      return Optional.of(BlendByHistory.forAll(new Blend(byName)));
    } catch (IllegalArgumentException e) {
      throw misused("--weights: " + e.getMessage());
    }
  }

  private boolean blends() {
    return names.contains(ALL) || names.contains(Verdict.BLEND);
  }

  private ExploringBlend exploring(int places, List<RecommenderName> there) {
    if (!blends()) {
      throw misused("--explore: of the blend (expected: blend among --recommenders)");
    }
    try {
      ExploringBlend exploring = ExploringBlend.every(places);
      if (!there.containsAll(exploring.names())) {
        throw misused(
            "--explore: "
                + exploring.names().stream()
                    .map(RecommenderName::text)
                    .collect(Collectors.joining(" and "))
                + " choose (expected: among --recommenders)");
      }
      return exploring;
    } catch (IllegalArgumentException e) {
      throw misused("--explore: " + e.getMessage());
    }
  }

  private List<MeasureAt> asked() {
    try {
      List<MeasureAt> asked = measures.stream().map(MeasureAt::of).toList();
      if (asked.getFirst().measure().isOfAll()) {
        throw misused("--measures: the first must be one of each customer, such as ndcg@10");
      }
      return asked;
    } catch (IllegalArgumentException e) {
      throw misused("--measures: " + e.getMessage());
    }
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
