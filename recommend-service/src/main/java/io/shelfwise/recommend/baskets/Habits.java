package io.shelfwise.recommend.baskets;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.Evidence;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;

/**
 * What one customer bought, product by product: in how many orders, first when, last when. An order
 * is what was bought in the same minute.
 */
final class Habits {
  private static final double MINUTES_A_DAY = 24 * 60;
  private static final int UNKNOWN = -1;

  private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();
  private final int now;
  private int[] products = new int[16];
  private int[] orders = new int[16];
  private int[] firsts = new int[16];
  private int[] lasts = new int[16];
  private int size;

  private Habits(int now) {
    this.now = now;
    places.defaultReturnValue(UNKNOWN);
  }

  /**
   * The habits of the customer with this trail.
   *
   * @param now the present, in minutes since 1970
   */
  static Habits of(Trail trail, int now) {
    Habits habits = new Habits(now);
    for (int i = 0; i < trail.size(); i++) {
      if (trail.kind(i) == Kind.PURCHASE) {
        habits.add(trail.product(i), trail.minute(i));
      }
    }
    return habits;
  }

  private void add(int product, int minute) {
    int at = places.get(product);
    if (at == UNKNOWN) {
      at = append(product, minute);
    } else if (minute > lasts[at]) {
      orders[at]++;
      lasts[at] = minute;
    }
  }

  private int append(int product, int minute) {
    if (size == products.length) {
      products = Arrays.copyOf(products, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
      firsts = Arrays.copyOf(firsts, 2 * size);
      lasts = Arrays.copyOf(lasts, 2 * size);
    }
    places.put(product, size);
    products[size] = product;
    orders[size] = 1;
    firsts[size] = minute;
    lasts[size] = minute;
    return size++;
  }

  /** How many products were bought. */
  int size() {
    return size;
  }

  /** The i-th of them. */
  int product(int i) {
    return products[i];
  }

  /** How many orders had the i-th. */
  int orders(int i) {
    return orders[i];
  }

  /** How many days lie between the first and the last purchase of the i-th. */
  double spanDays(int i) {
    return (lasts[i] - firsts[i]) / MINUTES_A_DAY;
  }

  /** How many days ago the i-th was bought last. */
  double sinceDays(int i) {
    return Math.max(0, now - lasts[i]) / MINUTES_A_DAY;
  }

  /** A product as evidence for itself; it must have been bought. */
  Evidence.FromHabit evidence(int product, double weight) {
    int i = places.get(product);
    double interval = orders[i] > 1 ? spanDays(i) / (orders[i] - 1) : 0;
    return new Evidence.FromHabit(orders[i], interval, sinceDays(i), weight);
  }
}
