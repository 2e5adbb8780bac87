package io.shelfwise.value.explain;

import io.shelfwise.value.features.Feature;
import io.shelfwise.value.numeric.Bins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/** A part of a decision tree, with the customers who come to it. */
sealed interface Branch {
  /**
   * Where no further question is asked.
   *
   * @param customers how many come here
   * @param inside how many of them are in the group
   */
  record End(long customers, long inside) implements Branch {
    /** Whether most who come here are in the group. */
    boolean isInside() {
      return 2 * inside > customers;
    }
  }

  /**
   * A question.
   *
   * @param place the feature's place
   * @param bound the value below which it goes to {@code below}, else to {@code above}
   */
  record Question(int place, double bound, Branch below, Branch above) implements Branch {}

  /** A tree of Tribuo's, for the customers of some rows. */
  static Branch of(Node<Label> node, Bins bins, List<LabelledRow> rows) {
    if (!(node instanceof SplitNode<Label> split)) {
      return new End(rows.size(), rows.stream().filter(LabelledRow::inside).count());
    }
    int place = split.getFeatureID();
    double bound = bins.borderAfter(place, split.splitValue());
    return new Question(
        place,
        bound,
        of(
            split.getLessThanOrEqual(),
            bins,
            rows.stream().filter(row -> row.features().value(place) < bound).toList()),
        of(
            split.getGreaterThan(),
            bins,
            rows.stream().filter(row -> row.features().value(place) >= bound).toList()));
  }

  /** The same without the questions that do not change on which side most are. */
  default Branch merged() {
    return switch (this) {
      case End end -> end;
      case Question(int place, double bound, Branch below, Branch above) -> {
        Branch less = below.merged();
        Branch more = above.merged();
        yield less instanceof End one
                && more instanceof End other
                && one.isInside() == other.isInside()
            ? new End(one.customers() + other.customers(), one.inside() + other.inside())
            : new Question(place, bound, less, more);
      }
    };
  }

  /** The ways to all ends below, each as the conditions on it, one for each feature. */
  default List<Way> ways(List<Feature> features) {
    List<Way> ways = new ArrayList<>();
    collect(features, Map.of(), ways);
    return ways;
  }

  private void collect(List<Feature> features, Map<Integer, Condition> conditions, List<Way> ways) {
    switch (this) {
      case End end -> ways.add(new Way(conditions, end));
      case Question(int place, double bound, Branch below, Branch above) -> {
        Condition known = conditions.get(place);
        Feature feature = features.get(place);
        below.collect(
            features,
            with(
                conditions,
                place,
                known == null
                    ? new Condition(feature, OptionalDouble.empty(), OptionalDouble.of(bound))
                    : known.andLessThan(bound)),
            ways);
        above.collect(
            features,
            with(
                conditions,
                place,
                known == null
                    ? new Condition(feature, OptionalDouble.of(bound), OptionalDouble.empty())
                    : known.andAtLeast(bound)),
            ways);
      }
    }
  }

  private static Map<Integer, Condition> with(
      Map<Integer, Condition> conditions, int place, Condition condition) {
    Map<Integer, Condition> more = new LinkedHashMap<>(conditions);
    more.put(place, condition);
    return more;
  }
}
