package io.shelfwise.value.explain;

import io.shelfwise.value.features.CustomerFeatures;
import io.shelfwise.value.features.Feature;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.SeededSample;
import io.shelfwise.value.numeric.Bins;
import io.shelfwise.value.numeric.UnfitException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Explains a group by a decision tree (CART): the questions that best tell its customers from the
 * others, one after the other.
 *
 * <p>It is grown on a sample where there are very many customers; of these three in ten are kept
 * out of it, and judge the rules. For how many a rule holds is counted among all. Bounds are
 * numbers that are easily said. A way through the tree is a rule if most of those who come its way
 * are in the group; where that is so of none, the way on which they are most frequent is the one
 * rule.
 *
 * @see <a href="https://doi.org/10.1201/9781315139470">Breiman, Friedman, Olshen, Stone 1984:
 *     Classification and Regression Trees</a>
 */
public final class SegmentExplainer {
  private static final int MOST_CUSTOMERS = 10_000;
  private static final int LEAST_CUSTOMERS = 20;
  private static final double KEPT_OUT = 0.3;
  private static final int BINS = 32;
  private static final float LEAST_IN_BRANCH = 5;
  private static final long SEED = 1;
  private static final Label INSIDE = new Label("inside");
  private static final Label OUTSIDE = new Label("outside");

  private SegmentExplainer() {}

  /**
   * What sets a group apart.
   *
   * @param table the customers
   * @param member whether a customer is in the group
   * @param depth how many questions a way has at most
   * @throws UnfitException if all customers are in the group, or none, or there are too few
   */
  public static Explanation explain(FeatureTable table, Predicate<String> member, int depth) {
    List<Integer> all = IntStream.range(0, table.size()).boxed().toList();
    List<Integer> drawn =
        new SeededSample(SEED).draw(all, i -> table.customers().get(i).id(), MOST_CUSTOMERS);
    List<Integer> judges =
        new SeededSample(SEED + 1)
            .draw(drawn, i -> table.customers().get(i).id(), (int) (KEPT_OUT * drawn.size()));
    List<Integer> learners = new ArrayList<>(drawn);
    learners.removeAll(new HashSet<>(judges));
    List<LabelledRow> learned = rows(table, learners, member);
    List<LabelledRow> judging = rows(table, judges, member);
    requireBothSides(learned);
    requireBothSides(judging);
    List<Way> ways = ways(table, learned, depth);
    return judged(rules(table, ways, member), ways, judging, learned.size());
  }

  /** The ways as rules; each customer is read once, and then forgotten. */
  private static List<Rule> rules(FeatureTable table, List<Way> ways, Predicate<String> member) {
    long[] customers = new long[ways.size()];
    long[] inside = new long[ways.size()];
    for (int i = 0; i < table.size(); i++) {
      CustomerFeatures features = table.row(i);
      boolean isMember = member.test(table.customers().get(i).id());
      for (int way = 0; way < customers.length; way++) {
        if (ways.get(way).isOf(features)) {
          customers[way]++;
          inside[way] += isMember ? 1 : 0;
        }
      }
    }
    return IntStream.range(0, customers.length)
        .mapToObj(way -> ways.get(way).rule(customers[way], inside[way]))
        .sorted(Comparator.comparingLong(Rule::customers).reversed())
        .toList();
  }

  private static List<LabelledRow> rows(
      FeatureTable table, List<Integer> places, Predicate<String> member) {
    return places.stream()
        .map(i -> new LabelledRow(table.row(i), member.test(table.customers().get(i).id())))
        .toList();
  }

  private static void requireBothSides(List<LabelledRow> rows) {
    if (rows.size() < LEAST_CUSTOMERS) {
      throw new UnfitException(
          "there are too few customers to tell apart: %d (needed: %d)"
              .formatted(rows.size(), LEAST_CUSTOMERS));
    }
    long inside = rows.stream().filter(LabelledRow::inside).count();
    if (inside == 0 || inside == rows.size()) {
      throw new UnfitException(
          "%s customers are in the segment".formatted(inside == 0 ? "too few" : "nearly all"));
    }
  }

  private static List<Way> ways(FeatureTable table, List<LabelledRow> rows, int depth) {
    double[][] values = rows.stream().map(row -> row.features().values()).toArray(double[][]::new);
    Bins bins = Bins.of(values, BINS, ReadableNumbers.of(values)::near);
    TreeModel<Label> tree =
        new CARTClassificationTrainer(depth, LEAST_IN_BRANCH, 0, 1, false, new GiniIndex(), SEED)
            .train(examples(rows, bins));
    Branch grown = Branch.of(tree.getRoot(), bins, rows);
    List<Feature> features = table.schema().features();
    List<Way> inside =
        grown.merged().ways(features).stream().filter(way -> way.end().isInside()).toList();
    return inside.isEmpty()
        ? grown.ways(features).stream().max(Comparator.comparingDouble(Way::precision)).stream()
            .toList()
        : inside;
  }

  private static MutableDataset<Label> examples(List<LabelledRow> rows, Bins bins) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> examples =
        new MutableDataset<>(new SimpleDataSourceProvenance("customers", factory), factory);
    // Tribuo numbers features in the order of their names, which is to be ours.
    String[] names =
        IntStream.range(0, rows.getFirst().features().schema().size())
            .mapToObj("%04d"::formatted)
            .toArray(String[]::new);
    for (LabelledRow row : rows) {
      examples.add(
          new ArrayExample<>(
              row.inside() ? INSIDE : OUTSIDE, names, bins.bins(row.features().values())));
    }
    return examples;
  }

  private static Explanation judged(
      List<Rule> rules, List<Way> ways, List<LabelledRow> judging, int learned) {
    long inside = 0;
    long found = 0;
    long rightlyFound = 0;
    for (LabelledRow row : judging) {
      boolean held = ways.stream().anyMatch(way -> way.isOf(row.features()));
      inside += row.inside() ? 1 : 0;
      found += held ? 1 : 0;
      rightlyFound += held && row.inside() ? 1 : 0;
    }
    long all = judging.size();
    long wrong = found - rightlyFound + inside - rightlyFound;
    return new Explanation(
        rules,
        (double) (all - wrong) / all,
        (double) Math.max(inside, all - inside) / all,
        (double) rightlyFound / inside,
        found == 0 ? 0 : (double) rightlyFound / found,
        learned);
  }
}
