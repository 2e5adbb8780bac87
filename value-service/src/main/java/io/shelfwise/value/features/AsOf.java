package io.shelfwise.value.features;

import io.shelfwise.value.history.Act;
import io.shelfwise.value.history.CustomerActivity;
import io.shelfwise.value.history.CustomerHistory;
import java.util.BitSet;

/**
 * A customer at the end of a day, by which time there was a purchase: all that is told here had
 * happened by then.
 *
 * @param history the customer's history, which may go on after that day
 * @param day the day
 * @param purchaseDays the days with a purchase until then, at least 1
 */
record AsOf(CustomerHistory history, int day, int purchaseDays) {
  private static final double MICROS = 1e6;
  private static final double MILLI = 1_000;
  private static final int WHENEVER = Integer.MIN_VALUE;

  /** What stars are taken to be where none were given: the middle of the scale. */
  private static final double MIDDLE_STARS = 3;

  private static final int QUARTER = 90;

  double recency() {
    return day - history.purchaseDay(purchaseDays - 1);
  }

  double tenure() {
    return day - history.purchaseDay(0);
  }

  double orders(int days) {
    int orders = 0;
    for (int i = firstWithin(days); i < purchaseDays; i++) {
      orders += history.purchaseDayOrders(i);
    }
    return orders;
  }

  double orders() {
    return orders(Integer.MAX_VALUE);
  }

  double spend(int days) {
    double micros = 0;
    for (int i = firstWithin(days); i < purchaseDays; i++) {
      micros += history.purchaseDayMicros(i);
    }
    return micros / MICROS;
  }

  double spend() {
    return spend(Integer.MAX_VALUE);
  }

  double averageOrder() {
    return spend() / orders();
  }

  /** With a single purchase day the days since it, since the interval is at least that long. */
  double meanInterval() {
    return purchaseDays == 1
        ? recency()
        : (history.purchaseDay(purchaseDays - 1) - history.purchaseDay(0)) / (purchaseDays - 1.0);
  }

  double intervalSpread() {
    int intervals = purchaseDays - 1;
    if (intervals < 2) {
      return 0;
    }
    double mean = meanInterval();
    double squares = 0;
    for (int i = 1; i < purchaseDays; i++) {
      double interval = history.purchaseDay(i) - history.purchaseDay(i - 1);
      squares += (interval - mean) * (interval - mean);
    }
    return Math.sqrt(squares / (intervals - 1));
  }

  /** (a − b) / (a + b) of the spend of the last quarter, a, and of the one before, b. */
  double spendTrend() {
    double last = spend(QUARTER);
    double both = spend(2 * QUARTER);
    return both == 0 ? 0 : (2 * last - both) / both;
  }

  double returnedShare() {
    double micros = 0;
    for (int i = 0; i < history.returnDaysUntil(day); i++) {
      micros += history.returnDayMicros(i);
    }
    double spend = spend();
    return spend == 0 ? 0 : micros / MICROS / spend;
  }

  double distinctProducts() {
    BitSet products = new BitSet();
    activity().forEachProduct(day, (product, micros) -> products.set(product));
    return products.cardinality();
  }

  double daysSinceSeen() {
    return Math.min(recency(), day - (double) activity().lastDay(day, WHENEVER));
  }

  double count(Act act, int days) {
    return activity().count(act, before(days), day);
  }

  double ratings() {
    return count(Act.RATINGS, Integer.MAX_VALUE);
  }

  double meanStars() {
    double ratings = ratings();
    return ratings == 0
        ? MIDDLE_STARS
        : count(Act.MILLI_STARS, Integer.MAX_VALUE) / MILLI / ratings;
  }

  private CustomerActivity activity() {
    return history.activity();
  }

  private int firstWithin(int days) {
    return history.purchaseDaysUntil(before(days));
  }

  /** The day before the last so many days. */
  private int before(int days) {
    return (int) Math.max(WHENEVER, (long) day - days);
  }
}
