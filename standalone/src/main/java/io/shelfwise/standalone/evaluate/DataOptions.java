package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.SplitRule;
import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.standalone.terminal.Given;
import io.shelfwise.standalone.terminal.Limits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** On what recommenders are tried. */
final class DataOptions {

  private static final String TIME = "time";
  private static final String RANDOM = "random";
  private static final String LAST_OUT = "leave-last-out";
  private static final double FIFTH = 0.2;
  private static final double MOST_STARS = 1_000;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description =
          "What may be known: lines of customer TAB product, packed if the name ends in .gz."
              + " Further columns may hold the stars that were given, and the time in seconds since"
              + " 1970.")
  private Optional<Path> train = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "What recommenders are judged by, written like the file of --train.")
  private Optional<Path> test = Optional.empty();

  @Option(
      names = "--data",
      arity = "2",
      paramLabel = "VALUE",
      description =
          "KIND FILE, instead of --train and --test: movielens (a folder, ratings.csv or"
              + " ratings.dat), online-retail, or csv (events as shelfwise import reads them).")
  private List<String> data = List.of();

  @Option(
      names = "--products",
      paramLabel = "FILE",
      description = "The products of --data csv, as shelfwise import reads them.")
  private Optional<Path> products = Optional.empty();

  @Option(
      names = "--positive",
      paramLabel = "STARS",
      defaultValue = "4",
      description = "From how many stars on a movie counts as wanted (default: ${DEFAULT-VALUE}).")
  private double positive = 4;

  @Option(
      names = "--split",
      paramLabel = "RULE",
      defaultValue = TIME,
      description =
          "How --data is cut: time, random (a share of each customer's products) or leave-last-out"
              + " (default: ${DEFAULT-VALUE}).")
  private String rule = TIME;

  @Option(
      names = "--cut",
      paramLabel = "DATE",
      description = "The day with which the test part of --split time begins, in UTC.")
  private Optional<String> cut = Optional.empty();

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      defaultValue = "0.2",
      description =
          "Which part is held out: of the time, unless --cut says when; or of each customer's"
              + " products (default: ${DEFAULT-VALUE}).")
  private double holdout = FIFTH;

  @Option(
      names = "--repeats",
      arity = "1",
      paramLabel = "true|false",
      description =
          "Whether products that a customer has may be proposed to that customer again, and count"
              + " (default: in a shop that is split by time).")
  private Optional<Boolean> repeats = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * What recommenders are tried on.
   *
   * @throws CommandFailure if a file cannot be read, or nobody can be judged by it
   */
  Ground ground(long seed) {
    Given options = new Given(spec);
    if (data.isEmpty()) {
      if (train.isEmpty() || test.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "say on what: --train FILE --test FILE, or --data KIND FILE");
      }
      options.refuse(
          "beside --train and --test, which are cut already",
          "--split",
          "--cut",
          "--holdout",
          "--positive",
          "--products");
      return given(PairFile.read(train.get()), PairFile.read(test.get()), seed);
    }
    options.refuse("beside --data", "--train", "--test");
    check(options);
    Path file = Path.of(data.getLast());
    Material material =
        switch (data.getFirst()) {
          case "movielens" -> Material.movieLens(file, positive);
          case "online-retail" -> Material.onlineRetail(file);
          case "csv" -> Material.csv(file, products);
          default -> throw misused("--data", data.getFirst(), "movielens, online-retail or csv");
        };
    if (!material.hasWanted()) {
      throw new CommandFailure(nothingWanted());
    }
    if (!rule.equals(RANDOM)) {
      material.timeless().ifPresent(this::refuseTimeless);
    }
    boolean again = repeats.orElse(material.shop() && rule.equals(TIME));
    SplitRule split = rule(material, again, seed);
    Ground ground =
        new Ground(split.split(material.done()), split, material.goods(), material.timed(), again);
    if (ground.split().relevant().isEmpty()) {
      throw new CommandFailure(
          "--split %s: nobody can be judged (expected: %s)".formatted(rule, judged(again)));
    }
    return ground;
  }

  private void check(Given options) {
    String kind = data.getFirst();
    if (!kind.equals("csv")) {
      options.refuse("beside --data " + kind, "--products");
    }
    if (!kind.equals("movielens")) {
      options.refuse("beside --data " + kind, "--positive");
    }
    if (!List.of(TIME, RANDOM, LAST_OUT).contains(rule)) {
      throw misused("--split", rule, "time, random or leave-last-out");
    }
    if (!rule.equals(TIME)) {
      options.refuse("beside --split " + rule, "--cut");
    }
    if (rule.equals(LAST_OUT)) {
      options.refuse("beside --split " + rule, "--holdout");
    }
    if (cut.isPresent()) {
      options.refuse("beside --cut", "--holdout");
    }
    cut.ifPresent(this::minute);
    new Limits(spec).positive("--positive", positive, MOST_STARS);
    if (!(holdout > 0 && holdout < 1)) {
      throw misused("--holdout", String.valueOf(holdout), "more than 0, below 1");
    }
  }

  private String nothingWanted() {
    return data.getFirst().equals("movielens")
        ? "--positive: %s: nobody is to be judged, for no movie has so many stars (expected: fewer)"
            .formatted(positive)
        : "--data: %s: nobody is to be judged, for nothing was bought".formatted(data.getLast());
  }

  private void refuseTimeless(String where) {
    throw new CommandFailure(
        "%s; --split %s goes by the time, --split random does not".formatted(where, rule));
  }

  /** Whom it takes to have anybody who can be judged. */
  private String judged(boolean again) {
    return switch (rule) {
      case RANDOM ->
          "customers who want %d products or more, and a --holdout that is at least one of them"
              .formatted(SplitRule.LEAST_PRODUCTS);
      case LAST_OUT -> "customers with at least two products";
      default ->
          again
              ? "customers who bought in the last part"
              : "customers who bought in the last part what they had not yet";
    };
  }

  private Ground given(PairFile known, PairFile wanted, long seed) {
    Map<String, Set<String>> relevant = new HashMap<>();
    wanted
        .done()
        .forEach(
            done ->
                relevant
                    .computeIfAbsent(done.customer(), id -> new HashSet<>())
                    .add(done.product()));
    return new Ground(
        Split.of(known.done(), relevant),
        new SplitRule.AtRandom(FIFTH, seed),
        Goods.UNKNOWN,
        known.timed(),
        repeats.orElse(false));
  }

  private SplitRule rule(Material material, boolean again, long seed) {
    return switch (rule) {
      case RANDOM -> new SplitRule.AtRandom(holdout, seed);
      case LAST_OUT -> new SplitRule.LeaveLastOut();
      default ->
          cut.<SplitRule>map(day -> new SplitRule.AtTime(minute(day), length(material, day), again))
              .orElseGet(() -> SplitRule.AtTime.leaving(holdout, again, material.done()));
    };
  }

  private int length(Material material, String day) {
    int last = material.done().stream().mapToInt(done -> done.minute()).max().orElse(0);
    int length = last + 1 - minute(day);
    if (length <= 0) {
      throw new CommandFailure("--cut: " + day + ": nothing happened after it");
    }
    return length;
  }

  private int minute(String day) {
    try {
      return (int) (LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--cut: " + day + " (expected: a day such as 2011-09-09)", e);
    }
  }

  private ParameterException misused(String option, String value, String expected) {
    return new ParameterException(
        spec.commandLine(), "%s: %s (expected: %s)".formatted(option, value, expected));
  }
}
