package io.shelfwise.standalone.bench;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.simulate.SimulatedCustomer;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much room value-service takes for what customers did.
 *
 * @param customers who orders; each order is of one product, without its name
 */
record HistoryMemory(Stream<SimulatedCustomer> customers) {
  private static final String STORE = "bench";
  private static final double MILLIS_PER_DAY = 86_400_000;
  private static final double MICROS = 1e6;

  /** Bytes that remain in use for a customer, in the mean. */
  double bytesPerCustomer() {
    long before = used();
    Histories histories = new Histories();
    customers.forEachOrdered(customer -> histories.apply(new LogPart(orders(customer), "", true)));
    long bytes = used() - before;
    // Asked last, so that the histories are still in use when they are measured.
    return (double) bytes / histories.store(STORE).orElseThrow().customers().size();
  }

  private static List<CustomerEvent> orders(SimulatedCustomer customer) {
    String id = Long.toString(customer.id());
    return customer.purchases().stream()
        .<CustomerEvent>map(
            purchase ->
                new CustomerEvent.Order(
                    STORE,
                    id,
                    (long) ((customer.birthDay() + purchase.day()) * MILLIS_PER_DAY),
                    "EUR",
                    (long) (purchase.value() * MICROS),
                    1))
        .toList();
  }

  /** What is in use when all that is not has been cleared away. */
  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
