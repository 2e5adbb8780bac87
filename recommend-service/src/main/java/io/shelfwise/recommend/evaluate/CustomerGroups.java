package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/** The customers that are judged, in groups by what is known of them. */
public final class CustomerGroups {
  private static final int[] BOUNDS = {1, 10, 30, 100};

  private CustomerGroups() {}

  /** By how many products they have to do with; those who have bought nothing are cold. */
  public static SequencedMap<String, IntPredicate> byActivity(TestSet test) {
    SequencedMap<String, IntPredicate> groups = new LinkedHashMap<>();
    groups.put("cold", test::isCold);
    for (int i = 0; i < BOUNDS.length; i++) {
      int from = BOUNDS[i];
      int to = i + 1 < BOUNDS.length ? BOUNDS[i + 1] : Integer.MAX_VALUE;
      groups.put(
          to == Integer.MAX_VALUE ? from + " and more" : from + " to " + (to - 1),
          customer ->
              !test.isCold(customer)
                  && test.ownCount(customer) >= from
                  && test.ownCount(customer) < to);
    }
    return groups;
  }

  /**
   * By what they are known to have spent, in three tiers of as many customers each; the cold have
   * none.
   *
   * @param price what a piece of a product costs
   */
  public static SequencedMap<String, IntPredicate> bySpend(
      Split split, TestSet test, ToDoubleFunction<String> price) {
    Map<String, Double> spent = new HashMap<>();
    for (Interaction done : split.known()) {
      if (done.kind() == Kind.PURCHASE) {
        spent.merge(
            done.customer(), done.amount() * price.applyAsDouble(done.product()), Double::sum);
      }
    }
    double[] spends =
        test.places()
            .mapToDouble(
                customer ->
                    test.isCold(customer)
                        ? Double.NaN
                        : spent.getOrDefault(test.customer(customer), 0.0))
            .toArray();
    double[] order = Arrays.stream(spends).filter(spend -> !Double.isNaN(spend)).sorted().toArray();
    if (order.length == 0) {
      return new LinkedHashMap<>();
    }
    double low = order[order.length / 3];
    double high = order[Math.min(order.length - 1, 2 * order.length / 3)];
    SequencedMap<String, IntPredicate> groups = new LinkedHashMap<>();
    groups.put("low", customer -> spends[customer] < low);
    groups.put("middle", customer -> spends[customer] >= low && spends[customer] < high);
    groups.put("high", customer -> spends[customer] >= high);
    return groups;
  }
}
