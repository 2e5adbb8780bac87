package io.shelfwise.value.purchases;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What customers of one frequency and age, or recency, have in common, reckoned once for all of
 * them. A shop that is watched by the day has few such groups, however many customers it has.
 *
 * @param <V> what is reckoned
 */
final class FrequencyAndTime<V> {
  /** So that customers who have nothing in common do not fill the memory. */
  private static final int MOST = 100_000;

  private final ToDoubleFunction<RepeatPurchases> time;
  private final Function<RepeatPurchases, V> reckon;
  private final Map<Key, V> known = new ConcurrentHashMap<>();

  private record Key(int frequency, double time) {}

  /**
   * Nothing is known yet.
   *
   * @param time which of a customer's times
   * @param reckon must not look at the other one
   */
  FrequencyAndTime(ToDoubleFunction<RepeatPurchases> time, Function<RepeatPurchases, V> reckon) {
    this.time = time;
    this.reckon = reckon;
  }

  /** What is so of a customer, and of all who are alike. May be asked by several threads. */
  V of(RepeatPurchases customer) {
    Key key = new Key(customer.frequency(), time.applyAsDouble(customer));
    V there = known.get(key);
    if (there != null) {
      return there;
    }
    V reckoned = reckon.apply(customer);
    if (known.size() < MOST) {
      known.put(key, reckoned);
    }
    return reckoned;
  }
}
