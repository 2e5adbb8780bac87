package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The customers that are judged, in groups by what is known of them. */
public final class CustomerGroups {
  private static final int[] BOUNDS = {1, 10, 30, 100};
  private static final int NONE = -1;

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
   * By what they are known to have spent, less what they sent back, in parts of as many of all
   * customers who bought, those who spent least first. Who has bought nothing is in none.
   *
   * @param parts what the parts are called
   * @param price what a piece of a product costs
   */
  public static SequencedMap<String, IntPredicate> bySpend(
      List<String> parts, Split split, TestSet test, ToDoubleFunction<String> price) {
    Map<String, Double> spent = spent(split, price);
    double[] order = spent.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    SequencedMap<String, IntPredicate> groups = new LinkedHashMap<>();
    if (order.length == 0) {
      return groups;
    }
    int[] partOf = new int[test.size()];
    Arrays.setAll(partOf, place -> part(spent.get(test.customer(place)), order, parts.size()));
    for (int part = 0; part < parts.size(); part++) {
      int number = part;
      groups.put(parts.get(part), customer -> partOf[customer] == number);
    }
    return groups;
  }

  private static Map<String, Double> spent(Split split, ToDoubleFunction<String> price) {
    Map<String, Double> spent = new HashMap<>();
    for (Interaction done : split.known()) {
      double worth = done.amount() * price.applyAsDouble(done.product());
      if (done.kind() == Kind.PURCHASE) {
        spent.merge(done.customer(), worth, Double::sum);
      } else if (done.kind() == Kind.RETURN) {
        // What was sent back before anything was bought makes no buyer.
        spent.computeIfPresent(done.customer(), (customer, sum) -> sum - worth);
      }
    }
    return spent;
  }

  /** The part that a customer is in by rank; customers who spent the same are in the same. */
  private static int part(@Nullable Double spend, double[] order, int parts) {
    if (spend == null) {
      return NONE;
    }
    int from = 0;
    int to = order.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (order[middle] < spend) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return (int) ((long) from * parts / order.length);
  }
}
