package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.OfflineRecommenders;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.SplitRule;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shelfwise evaluate}: how good the recommenders are on data from a file. */
@Command(
    name = "evaluate",
    description = {
      "Trains recommenders on one part of what customers did, and judges them by the other.",
      "Every product that is known can be proposed, save what the customer has."
    })
public final class EvaluateCommand implements Runnable {
  private static final String ALL = "all";
  private static final int LEAST_CANDIDATES = 100;
  private static final double VALIDATION = 0.2;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description =
          "What may be known: lines of customer TAB product, packed if the name ends in .gz. Further"
              + " columns may hold the stars that were given, and the time in seconds since 1970.")
  private Path train = Path.of("");

  @Option(
      names = "--test",
      paramLabel = "FILE",
      required = true,
      description = "What recommenders are judged by, written like the file of --train.")
  private Path test = Path.of("");

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
          "Sets a setting of a recommender, such as user-knn.neighbors=200. Others are as in the service.")
  private Map<String, String> set = new HashMap<>();

  @Option(
      names = "--measures",
      paramLabel = "MEASURE@K",
      split = ",",
      defaultValue =
          "ndcg@10,recall@20,ndcg@100,precision@10,f1@10,map@10,hit-rate@10,coverage@10,novelty@10,diversity@10,calibration@10",
      description = "By what to judge (default: ${DEFAULT-VALUE}).")
  private List<String> measures = List.of();

  @Option(
      names = "--candidates",
      paramLabel = "COUNT",
      defaultValue = "100",
      description =
          "How many products each recommender proposes, of which the blend is made, at least as many"
              + " as are judged (default: ${DEFAULT-VALUE}).")
  private int candidates = LEAST_CANDIDATES;

  @Option(
      names = "--write-top",
      arity = "2",
      paramLabel = "VALUE",
      description =
          "COUNT FILE: write the first so many products of every list,"
              + " recommender TAB customer TAB product TAB rank.")
  private List<String> writeTop = List.of();

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
    PairFile known = PairFile.read(train);
    PairFile held = PairFile.read(test);
    Split split = split(known, held);
    OfflineRecommenders recommenders = recommenders(known.timed());
    List<MeasureAt> asked = asked();
    Evaluation.Plan plan =
        new Evaluation.Plan(
            chosen(recommenders),
            names.contains(ALL) || names.contains(Verdict.BLEND),
            asked,
            Math.max(candidates, asked.stream().mapToInt(MeasureAt::k).max().orElse(0)),
            false,
            warm);
    SplitRule rule = new SplitRule.AtRandom(VALIDATION, seed);
    Evaluation evaluation = new Evaluation(recommenders, split, rule, plan);
    TrainedShop shop = recommenders.shop(split);
    List<Verdict> verdicts = evaluation.run(shop);
    if (!writeTop.isEmpty()) {
      top().write(verdicts, shop);
    }
    EvaluateReport report = new EvaluateReport(verdicts, asked);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.lines().forEach(out::println);
    }
    out.flush();
  }

  private static Split split(PairFile known, PairFile held) {
    Map<String, Set<String>> relevant = new HashMap<>();
    held.done()
        .forEach(
            done ->
                relevant
                    .computeIfAbsent(done.customer(), id -> new HashSet<>())
                    .add(done.product()));
    return Split.of(known.done(), relevant);
  }

  private OfflineRecommenders recommenders(boolean timed) {
    try {
      return timed ? OfflineRecommenders.with(set) : OfflineRecommenders.withoutTimes(set);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--set: " + e.getMessage(), e);
    }
  }

  private List<RecommenderName> chosen(OfflineRecommenders recommenders) {
    List<RecommenderName> there = recommenders.names();
    if (names.contains(ALL) || names.equals(List.of(Verdict.BLEND))) {
      return there;
    }
    List<RecommenderName> chosen = new ArrayList<>();
    for (String name : names) {
      if (!name.equals(Verdict.BLEND)) {
        chosen.add(
            RecommenderName.of(name)
                .filter(there::contains)
                .orElseThrow(() -> misused("--recommenders: " + name + among(there))));
      }
    }
    return chosen;
  }

  private static String among(List<RecommenderName> there) {
    return Stream.concat(there.stream().map(RecommenderName::text), Stream.of(Verdict.BLEND, ALL))
        .collect(Collectors.joining(", ", " (expected: some of ", ")"));
  }

  private List<MeasureAt> asked() {
    try {
      return measures.stream().map(MeasureAt::of).toList();
    } catch (IllegalArgumentException e) {
      throw misused("--measures: " + e.getMessage());
    }
  }

  private TopFile top() {
    if (!writeTop.getFirst().matches("[1-9]\\d{0,3}")) {
      throw misused("--write-top: " + writeTop.getFirst() + " (expected: a count, then a file)");
    }
    return new TopFile(Path.of(writeTop.getLast()), Integer.parseInt(writeTop.getFirst()));
  }

  private ParameterException misused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
