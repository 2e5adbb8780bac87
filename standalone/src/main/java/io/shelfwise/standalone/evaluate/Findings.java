package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.Bootstrap;
import io.shelfwise.recommend.evaluate.CustomerGroups;
import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.PairedTest;
import io.shelfwise.recommend.evaluate.ProductGroups;
import io.shelfwise.recommend.evaluate.TestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * All that came of an evaluation.
 *
 * @param evaluation that
 * @param ground what recommenders were tried on
 * @param verdicts in the order in which they are told
 * @param measures by what was judged
 * @param comparison of the best with the others
 * @param bootstrap how intervals are drawn
 * @param groups of customers
 */
record Findings(
    Evaluation evaluation,
    Ground ground,
    List<Verdict> verdicts,
    List<MeasureAt> measures,
    Comparison comparison,
    Bootstrap bootstrap,
    List<Group> groups) {
  /** How many products of a list are looked at for what is said of products. */
  static final int FIRST = 20;

  /** As value-service calls them. */
  private static final List<String> TIERS = List.of("low", "medium", "high");

  private static final List<String> FIFTHS =
      List.of("lowest fifth", "second fifth", "third fifth", "fourth fifth", "highest fifth");

  private static final int SAMPLES = 1000;
  private static final int ROUNDS = 10_000;

  /** A group of customers: by what, which, how many, and who. */
  record Group(String by, String name, int size, IntPredicate members) {}

  static Findings of(
      Evaluation evaluation,
      Ground ground,
      List<Verdict> verdicts,
      List<MeasureAt> measures,
      long seed) {
    MeasureAt first =
        measures.stream().filter(measure -> !measure.measure().isOfAll()).findFirst().orElseThrow();
    return new Findings(
        evaluation,
        ground,
        List.copyOf(verdicts),
        List.copyOf(measures),
        Comparison.of(verdicts, first, new PairedTest(ROUNDS, seed)),
        new Bootstrap(SAMPLES, seed),
        groups(evaluation, ground));
  }

  private static List<Group> groups(Evaluation evaluation, Ground ground) {
    TestSet test = evaluation.shop().test();
    List<Group> groups = new ArrayList<>();
    add("products", CustomerGroups.byActivity(test), test, groups);
    if (evaluation.facts().hasPrices()) {
      bySpend("tier", TIERS, evaluation, ground, groups);
      bySpend("spend", FIFTHS, evaluation, ground, groups);
    }
    return List.copyOf(groups);
  }

  private static void bySpend(
      String by, List<String> parts, Evaluation evaluation, Ground ground, List<Group> groups) {
    TestSet test = evaluation.shop().test();
    add(by, CustomerGroups.bySpend(parts, ground.split(), test, evaluation::price), test, groups);
  }

  private static void add(
      String by, Map<String, IntPredicate> members, TestSet test, List<Group> groups) {
    members.forEach(
        (name, group) -> {
          int size = (int) test.places().filter(group).count();
          if (size > 0) {
            groups.add(new Group(by, name, size, group));
          }
        });
  }

  /** The measures that are means over customers. */
  List<MeasureAt> byCustomer() {
    return measures.stream().filter(measure -> !measure.measure().isOfAll()).toList();
  }

  /** How sure a mean is. */
  Bootstrap.Interval interval(Verdict verdict, MeasureAt measure) {
    return bootstrap.of(verdict.judgement().counted(measure));
  }

  /** How far a recommender is from the best; empty for the best itself. */
  Optional<Comparison.Against> against(Verdict verdict) {
    return comparison.against().stream()
        .filter(against -> against.recommender().equals(verdict.recommender()))
        .findFirst();
  }

  /** What of the wanted products it found, by how many customers had them. */
  List<ProductGroups.Found> products(Verdict verdict) {
    return ProductGroups.of(verdict.lists(), evaluation.shop().test(), evaluation.facts(), FIRST);
  }

  /** What was done, in words. */
  List<String> preface() {
    TestSet test = evaluation.shop().test();
    long cold = test.places().filter(test::isCold).count();
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d customers are judged, %,d of them cold%s; %,d products can be proposed%s",
            test.size(),
            cold,
            cold > 0 && !ground.countsCold() ? ", who are in no mean but their own" : "",
            evaluation.shop().products(),
            ground.repeats()
                ? ", those that the customer has too"
                : ", save those that the customer has"));
  }
}
