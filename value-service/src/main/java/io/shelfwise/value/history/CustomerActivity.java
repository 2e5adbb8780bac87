package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.OrderLine;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What a customer did besides buying, and which products were bought, by the UTC day: it can be
 * told as of any day, and what was told then is told again, whatever came after it.
 *
 * <p>A new event makes a new activity. It is bounded: days older than two years are kept by periods
 * of four weeks, and the oldest are forgotten beyond some thousands of entries. An entry is a day's
 * count of one kind, or a product of a day, and takes 16 bytes.
 */
public final class CustomerActivity {
  /** Of a customer of whom nothing but sums is known. */
  public static final CustomerActivity NONE =
      new CustomerActivity(DatedAmounts.NONE, DatedAmounts.NONE);

  private final DatedAmounts acts;
  private final DatedAmounts products;

  private CustomerActivity(DatedAmounts acts, DatedAmounts products) {
    this.acts = acts;
    this.products = products;
  }

  /** Looks at a product that was bought. */
  @FunctionalInterface
  public interface ProductViewer {
    /**
     * A product of a day.
     *
     * @param product its number in the store's dictionary
     * @param micros what was paid for it on a day, in millionths
     */
    void view(int product, long micros);
  }

  CustomerActivity withStep(CustomerEvent.Browsing browsing) {
    return with(
        CustomerHistory.dayOf(browsing.timeMillis()),
        switch (browsing.step()) {
          case VIEW -> Act.VIEWS;
          case CART_ADDITION -> Act.CART_ADDITIONS;
          case CART_REMOVAL -> Act.CART_REMOVALS;
          case SEARCH -> Act.SEARCHES;
        },
        1);
  }

  CustomerActivity withRating(long timeMillis, long milliStars) {
    int day = CustomerHistory.dayOf(timeMillis);
    return with(day, Act.RATINGS, 1).with(day, Act.MILLI_STARS, milliStars);
  }

  CustomerActivity withProducts(
      long timeMillis, List<OrderLine> lines, ProductDictionary dictionary) {
    int day = CustomerHistory.dayOf(timeMillis);
    DatedAmounts more = products;
    for (OrderLine line : lines) {
      more = more.plus(day, dictionary.number(line.product()), line.micros());
    }
    return new CustomerActivity(acts, more);
  }

  private CustomerActivity with(int day, Act act, long amount) {
    return new CustomerActivity(acts.plus(day, act.number, amount), products);
  }

  /** How often something was done after a day, up to another and with it. */
  public long count(Act act, int afterDay, int lastDay) {
    long sum = 0;
    for (int i = acts.until(afterDay); i < acts.size() && acts.day(i) <= lastDay; i++) {
      sum += acts.thing(i) == act.number ? acts.amount(i) : 0;
    }
    return sum;
  }

  /** The latest day up to a day and with it on which anything was done; else {@code otherwise}. */
  public int lastDay(int lastDay, int otherwise) {
    int until = acts.until(lastDay);
    return until == 0 ? otherwise : acts.day(until - 1);
  }

  /** Shows the products that were bought up to a day and with it, each once for each such day. */
  public void forEachProduct(int lastDay, ProductViewer viewer) {
    int until = products.until(lastDay);
    for (int i = 0; i < until; i++) {
      viewer.view(products.thing(i), products.amount(i));
    }
  }

  void write(DataOutput out) throws IOException {
    acts.write(out);
    products.write(out);
  }

  static CustomerActivity read(DataInput in) throws IOException {
    DatedAmounts acts = DatedAmounts.read(in);
    DatedAmounts products = DatedAmounts.read(in);
    return acts == DatedAmounts.NONE && products == DatedAmounts.NONE
        ? NONE
        : new CustomerActivity(acts, products);
  }
}
