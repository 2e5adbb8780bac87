package io.shelfwise.value.lifecycle;

import io.shelfwise.value.history.StoreHistory;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Who of a store came into another stage, and when. */
public final class StageChanges {
  /** The order of a list: the latest change first, and those of one day by the customers' ids. */
  public static final Comparator<OfCustomer> LATEST_FIRST =
      Comparator.<OfCustomer>comparingInt(entry -> entry.change().day())
          .reversed()
          .thenComparing(OfCustomer::customer)
          .thenComparing(entry -> entry.change().to(), Comparator.reverseOrder());

  private StageChanges() {}

  /**
   * A change of a customer.
   *
   * @param customer the customer's id
   * @param change the change
   */
  public record OfCustomer(String customer, StageChange change) {}

  /**
   * The changes of all customers in a window of days, {@link #LATEST_FIRST}.
   *
   * @param fromDay the first day
   * @param toDay the last one
   * @param wanted which changes count
   * @param most how many at most, the first ones of the list; it bounds the memory, while the time
   *     is that of a look at every customer
   */
  public static List<OfCustomer> of(
      StoreHistory store,
      Lifecycle lifecycle,
      int fromDay,
      int toDay,
      Predicate<OfCustomer> wanted,
      int most) {
    PriorityQueue<OfCustomer> latest = new PriorityQueue<>(LATEST_FIRST.reversed());
    store.forEach(
        (customer, history) -> {
          for (StageChange change : lifecycle.changes(history, fromDay, toDay, Integer.MAX_VALUE)) {
            OfCustomer entry = new OfCustomer(customer, change);
            if (wanted.test(entry)) {
              latest.add(entry);
            }
            if (latest.size() > most) {
              latest.remove();
            }
          }
        });
    return latest.stream().sorted(LATEST_FIRST).toList();
  }
}
