package io.shelfwise.value.appraisal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What the rows of a board can be ordered by. Equals are in the order of their ids. */
public enum RowOrder {
  /** By what is expected of the buyer. */
  LIFETIME_VALUE("lifetime_value"),
  /** By what the buyer ordered. */
  REVENUE("revenue"),
  /** By how often. */
  ORDER_COUNT("order_count"),
  /** By the days since the latest order. */
  RECENCY_DAYS("recency_days"),
  /** By whether the buyer still buys here. */
  ACTIVE_PROBABILITY("active_probability"),
  /** By the id alone. */
  CUSTOMER("customer");

  private final String label;

  RowOrder(String label) {
    this.label = label;
  }

  /** What it is called in requests. */
  public String label() {
    return label;
  }

  /** The order of a name, if there is one. */
  public static Optional<RowOrder> named(String label) {
    return Arrays.stream(values()).filter(order -> order.label.equals(label)).findFirst();
  }

  double key(Row row) {
    return switch (this) {
      case LIFETIME_VALUE -> row.outlook().value();
      case REVENUE -> row.revenueMicros();
      case ORDER_COUNT -> row.orders();
      // Days since the latest order grow as its time goes back.
      case RECENCY_DAYS -> -(double) row.lastOrderMillis();
      case ACTIVE_PROBABILITY -> row.outlook().activeProbability();
      case CUSTOMER -> 0;
    };
  }

  Comparator<Row> comparator(boolean descending) {
    Comparator<Row> byKey = Comparator.comparingDouble(this::key);
    Comparator<Row> byCustomer = Comparator.comparing(Row::customer);
    // Without a key the direction is that of the ids.
    return this == CUSTOMER && descending
        ? byCustomer.reversed()
        : (descending ? byKey.reversed() : byKey).thenComparing(byCustomer);
  }
}
