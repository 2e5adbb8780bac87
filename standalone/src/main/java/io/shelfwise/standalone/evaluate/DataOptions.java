package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.SplitRule;
import io.shelfwise.standalone.terminal.CommandFailure;
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
import picocli.CommandLine.Option;

/** On what recommenders are tried. */
final class DataOptions {

  private static final double FIFTH = 0.2;

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
      defaultValue = "time",
      description =
          "How --data is cut: time, random (a share of each customer's products) or leave-last-out"
              + " (default: ${DEFAULT-VALUE}).")
  private String rule = "time";

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
      paramLabel = "true|false",
      description =
          "Whether products that a customer has may be proposed to that customer again, and count"
              + " (default: in a shop that is split by time).")
  private Optional<Boolean> repeats = Optional.empty();

  Ground ground(long seed) {
    if (data.isEmpty()) {
      return given(seed);
    }
    if (train.isPresent() || test.isPresent()) {
      throw new CommandFailure("--data takes the place of --train and --test");
    }
    Path file = Path.of(data.getLast());
    Material material =
        switch (data.getFirst()) {
          case "movielens" -> Material.movieLens(file, positive);
          case "online-retail" -> Material.onlineRetail(file);
          case "csv" -> Material.csv(file, products);
          default ->
              throw new CommandFailure(
                  "--data: " + data.getFirst() + " (expected: movielens, online-retail or csv)");
        };
    boolean again = repeats.orElse(material.shop() && rule.equals("time"));
    SplitRule split = rule(material, again, seed);
    return new Ground(split.split(material.done()), split, material.goods(), true, again);
  }

  private Ground given(long seed) {
    if (train.isEmpty() || test.isEmpty()) {
      throw new CommandFailure("say on what: --train FILE --test FILE, or --data KIND FILE");
    }
    PairFile known = PairFile.read(train.get());
    Map<String, Set<String>> relevant = new HashMap<>();
    PairFile.read(test.get())
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
    if (!(holdout > 0 && holdout < 1)) {
      throw new CommandFailure("--holdout: " + holdout + " (expected: more than 0, below 1)");
    }
    return switch (rule) {
      case "time" ->
          cut.<SplitRule>map(day -> new SplitRule.AtTime(minute(day), length(material, day), again))
              .orElseGet(() -> SplitRule.AtTime.leaving(holdout, again, material.done()));
      case "random" -> new SplitRule.AtRandom(holdout, seed);
      case "leave-last-out" -> new SplitRule.LeaveLastOut();
      default ->
          throw new CommandFailure(
              "--split: " + rule + " (expected: time, random or leave-last-out)");
    };
  }

  private static int length(Material material, String day) {
    int last = material.done().stream().mapToInt(done -> done.minute()).max().orElse(0);
    int length = last + 1 - minute(day);
    if (length <= 0) {
      throw new CommandFailure("--cut: " + day + ": nothing happened after it");
    }
    return length;
  }

  private static int minute(String day) {
    try {
      return (int) (LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toEpochSecond() / 60);
    } catch (DateTimeParseException e) {
      throw new CommandFailure("--cut: " + day + " (expected: a day such as 2011-09-09)", e);
    }
  }
}
