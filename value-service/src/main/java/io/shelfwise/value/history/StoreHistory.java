package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * What the customers of one store bought, sent back and rated. One thread applies events; reading
 * is free of locks, and each read sees a customer as of some event, whole.
 */
public final class StoreHistory {
  private final String store;
  private final Map<String, CustomerHistory> customers = new ConcurrentHashMap<>();
  private final ProductDictionary products;
  private final StoreAnswers answers;
  private volatile StoreTotals totals = StoreTotals.NONE;

  StoreHistory(String store) {
    this(store, new ProductDictionary(), new StoreAnswers());
  }

  private StoreHistory(String store, ProductDictionary products, StoreAnswers answers) {
    this.store = store;
    this.products = products;
    this.answers = answers;
  }

  /**
   * Takes an event in. Money of another currency than the store's is not added up: such an order
   * only tells that the customer was there. What has no price is of no currency: it counts as an
   * order, worth nothing, and leaves the store's currency open.
   */
  void apply(CustomerEvent event) {
    if (event instanceof CustomerEvent.Erasure) {
      forget(event.customer());
      return;
    }
    CustomerHistory before = customers.getOrDefault(event.customer(), CustomerHistory.EMPTY);
    StoreTotals now = totals.withEvent(event.timeMillis());
    CustomerHistory after = before;
    switch (event) {
      case CustomerEvent.Order order -> {
        now = inCurrency(now, order.currency());
        if (isOurs(now, order.currency())) {
          after =
              before
                  .withOrder(order.timeMillis(), order.micros(), order.pieces())
                  .with(
                      before.activity().withProducts(order.timeMillis(), order.lines(), products));
          now = now.withOrder(order.micros(), !before.hasBought());
        }
      }
      case CustomerEvent.Refund refund -> {
        now = inCurrency(now, refund.currency());
        if (isOurs(now, refund.currency())) {
          after = before.withReturn(refund.timeMillis(), refund.micros());
          now = now.withReturn(refund.micros());
        }
      }
      case CustomerEvent.Rating rating ->
          after =
              before
                  .withRating(rating.stars())
                  .with(
                      before
                          .activity()
                          .withRating(rating.timeMillis(), Ratings.milli(rating.stars())));
      case CustomerEvent.Browsing browsing ->
          after = before.with(before.activity().withStep(browsing));
      case CustomerEvent.Answer answer -> answers.apply(answer);
      case CustomerEvent.Sign _, CustomerEvent.Erasure _ -> {}
    }
    // The totals first, so that no reader sees a customer who spent more than the store took in.
    totals = now;
    if (after != before || after == CustomerHistory.EMPTY) {
      customers.put(event.customer(), after);
    }
  }

  /** The customer first, so that no reader sees one who spent more than the store took in. */
  private void forget(String customer) {
    CustomerHistory known = customers.remove(customer);
    answers.forget(customer);
    if (known != null) {
      totals = totals.without(known);
    }
  }

  private static StoreTotals inCurrency(StoreTotals totals, String currency) {
    return totals.currency().isEmpty() ? totals.withCurrency(currency) : totals;
  }

  private static boolean isOurs(StoreTotals totals, String currency) {
    return currency.isEmpty() || currency.equals(totals.currency());
  }

  /** The store's id. */
  public String store() {
    return store;
  }

  /** The store's sums. */
  public StoreTotals totals() {
    return totals;
  }

  /** What the numbers of products in histories stand for. */
  public ProductDictionary products() {
    return products;
  }

  /** What customers answered to surveys. */
  public StoreAnswers answers() {
    return answers;
  }

  /** A customer; empty if there was no event of that customer. */
  public Optional<CustomerHistory> customer(String customer) {
    return Optional.ofNullable(customers.get(customer));
  }

  /** All customers, in no order. */
  public Collection<CustomerHistory> customers() {
    return Collections.unmodifiableCollection(customers.values());
  }

  /** Shows all customers with their ids, in no order. */
  public void forEach(BiConsumer<String, CustomerHistory> viewer) {
    customers.forEach(viewer);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(store);
    products.write(out);
    answers.write(out);
    StoreTotals written = totals;
    out.writeLong(written.asOfMillis());
    out.writeUTF(written.currency());
    out.writeLong(written.buyers());
    out.writeLong(written.orders());
    out.writeUTF(written.revenueMicros().toString());
    out.writeUTF(written.returnedMicros().toString());
    out.writeLong(written.changes());
    out.writeInt(customers.size());
    for (Map.Entry<String, CustomerHistory> customer : customers.entrySet()) {
      out.writeUTF(customer.getKey());
      customer.getValue().write(out);
    }
  }

  static StoreHistory read(DataInput in) throws IOException {
    StoreHistory history =
        new StoreHistory(in.readUTF(), ProductDictionary.read(in), StoreAnswers.read(in));
    history.totals =
        new StoreTotals(
            in.readLong(),
            in.readUTF(),
            in.readLong(),
            in.readLong(),
            new BigInteger(in.readUTF()),
            new BigInteger(in.readUTF()),
            in.readLong());
    for (int count = in.readInt(); count > 0; count--) {
      history.customers.put(in.readUTF(), CustomerHistory.read(in));
    }
    return history;
  }
}
