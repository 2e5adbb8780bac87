package io.shelfwise.value.lifecycle;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How often the customers of a store come back. Found anew by {@link
 * io.shelfwise.value.history.Overviews}.
 *
 * @param usualDays the median, over the customers who came back, of the mean days between two of
 *     their purchase days; empty if nobody has come back
 */
public record StoreRhythm(OptionalDouble usualDays) {
  /** The rhythm of a store. */
  public static StoreRhythm of(StoreHistory store) {
    double[] means =
        store.customers().stream()
            .filter(customer -> customer.purchaseDays() > 1)
            .mapToDouble(StoreRhythm::meanInterval)
            .toArray();
    if (means.length == 0) {
      return new StoreRhythm(OptionalDouble.empty());
    }
    Arrays.sort(means);
    return new StoreRhythm(OptionalDouble.of(means[means.length / 2]));
  }

  private static double meanInterval(CustomerHistory customer) {
    int intervals = customer.purchaseDays() - 1;
    return (double) (customer.purchaseDay(intervals) - customer.purchaseDay(0)) / intervals;
  }
}
