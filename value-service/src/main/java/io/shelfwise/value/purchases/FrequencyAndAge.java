package io.shelfwise.value.purchases;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What customers of one frequency and age have in common, reckoned once for all of them. A shop
 * that is watched by the day has few such groups, however many customers it has.
 *
 * @param <V> what is reckoned
 */
final class FrequencyAndAge<V> {
  /** So that customers who have nothing in common do not fill the memory. */
  private static final int MOST = 100_000;

  private final Function<RepeatPurchases, V> reckon;
  private final Map<Key, V> known = new ConcurrentHashMap<>();

  private record Key(int frequency, double age) {}

  /**
   * Nothing is known yet.
   *
   * @param reckon must not look at a customer's recency
   */
  FrequencyAndAge(Function<RepeatPurchases, V> reckon) {
    this.reckon = reckon;
  }

  /** What is so of a customer, and of all who are alike. May be asked by several threads. */
  V of(RepeatPurchases customer) {
    Key key = new Key(customer.frequency(), customer.age());
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
