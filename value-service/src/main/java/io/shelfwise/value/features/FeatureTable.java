package io.shelfwise.value.features;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of a store's buyers as of a day, customer by customer in the order of their ids.
 * They are read when they are asked for, so that a large store's do not have to be held.
 */
public final class FeatureTable {
  private final FeatureReader reader;
  private final int day;
  private final List<Customer> customers;

  private FeatureTable(FeatureReader reader, int day, List<Customer> customers) {
    this.reader = reader;
    this.day = day;
    this.customers = customers;
  }

  /** A customer of the store. */
  public record Customer(String id, CustomerHistory history) {}

  /**
   * The features of all who had bought by a day, or of a sample of them.
   *
   * @param most how many customers at most
   * @param seed decides which ones, if there are more
   */
  public static FeatureTable of(
      StoreHistory store, FeatureReader reader, int day, int most, long seed) {
    List<Customer> buyers = new ArrayList<>();
    store.forEach(
        (id, history) -> {
          if (history.purchaseDaysUntil(day) > 0) {
            buyers.add(new Customer(id, history));
          }
        });
    return new FeatureTable(reader, day, new SeededSample(seed).draw(buyers, Customer::id, most));
  }

  /** What the features are. */
  public FeatureSchema schema() {
    return reader.schema();
  }

  /** The customers. */
  public List<Customer> customers() {
    return customers;
  }

  /** How many customers there are. */
  public int size() {
    return customers.size();
  }

  /** The features of a customer, by the customer's place. */
  public CustomerFeatures row(int customer) {
    return reader.read(customers.get(customer).history(), day).orElseThrow();
  }

  /** The values at some places of the schema, a row for each customer. */
  public double[][] columns(int... places) {
    double[][] columns = new double[size()][places.length];
    for (int i = 0; i < columns.length; i++) {
      CustomerFeatures row = row(i);
      for (int j = 0; j < places.length; j++) {
        columns[i][j] = row.value(places[j]);
      }
    }
    return columns;
  }
}
