package io.shelfwise.value.lifecycle;

import io.shelfwise.value.history.StoreHistory;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Who of a store came into another stage, and when. */
public final class StageChanges {
  private static final Comparator<OfCustomer> LATEST_LAST =
      Comparator.<OfCustomer>comparingInt(entry -> entry.change().day())
          .thenComparing(OfCustomer::customer, Comparator.reverseOrder())
          .thenComparing(entry -> entry.change().to());

  private StageChanges() {}

  /**
   * A change of a customer.
   *
   * @param customer the customer's id
   * @param change the change
   */
  public record OfCustomer(String customer, StageChange change) {}

  /**
   * The changes of all customers in a window of days, the latest first, and of one day by the
   * customers' ids.
   *
   * @param fromDay the first day
   * @param toDay the last one
   * @param most how many at most, the latest ones; it bounds the memory, while the time is that of
   *     a look at every customer
   */
  public static List<OfCustomer> of(
      StoreHistory store, Lifecycle lifecycle, int fromDay, int toDay, int most) {
    PriorityQueue<OfCustomer> latest = new PriorityQueue<>(LATEST_LAST);
    store.forEach(
        (customer, history) -> {
          for (StageChange change : lifecycle.changes(history, fromDay, toDay, most)) {
            latest.add(new OfCustomer(customer, change));
            if (latest.size() > most) {
              latest.remove();
            }
          }
        });
    return latest.stream().sorted(LATEST_LAST.reversed()).toList();
  }
}
