package io.shelfwise.value.risk;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is out of the ordinary in a store, for someone to look at. Found anew by {@link
 * io.shelfwise.value.history.Overviews}.
 */
public final class ReviewList {
  private static final Comparator<Entry> WORST_FIRST =
      Comparator.<Entry>comparingDouble(entry -> entry.anomaly().severity())
          .reversed()
          .thenComparing(Entry::customer)
          .thenComparing(entry -> entry.anomaly().measure())
          .thenComparing(entry -> entry.anomaly().method());

  private final Norms norms;
  private final List<Entry> entries;

  private ReviewList(Norms norms, List<Entry> entries) {
    this.norms = norms;
    this.entries = entries;
  }

  /**
   * An anomaly of a customer.
   *
   * @param customer the customer's id
   * @param anomaly the anomaly
   */
  public record Entry(String customer, Anomaly anomaly) {}

  /** The list of a store. */
  public static ReviewList of(StoreHistory store, RiskRule rule) {
    Norms norms = Norms.of(store, rule);
    List<Entry> entries = new ArrayList<>();
    store.forEach(
        (customer, history) ->
            anomalies(history, norms)
                .forEach(anomaly -> entries.add(new Entry(customer, anomaly))));
    entries.sort(WORST_FIRST);
    return new ReviewList(norms, List.copyOf(entries));
  }

  /** All anomalies of all customers, the most severe first. */
  public List<Entry> worstFirst() {
    return entries;
  }

  /** One customer's anomalies, by what is ordinary in the store and for the customer. */
  public List<Anomaly> anomalies(CustomerHistory customer) {
    return anomalies(customer, norms);
  }

  private static List<Anomaly> anomalies(CustomerHistory customer, Norms norms) {
    if (customer.purchaseDaysUntil(norms.asOfDay()) == 0) {
      return List.of();
    }
    Window window = norms.window(customer);
    List<Anomaly> anomalies = new ArrayList<>(StoreComparison.anomalies(window, norms));
    anomalies.addAll(OwnComparison.anomalies(window, norms));
    return anomalies;
  }
}
