package io.shelfwise.standalone.load;

import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import java.util.stream.Stream;

/** All that there is of a shop: what it sells, who its customers are, and what they did. */
public interface ShopData {
  /** What the shop sells. */
  Stream<Product> products();

  /** Who the customers are. */
  Stream<Customer> customers();

  /**
   * What the customers did, each customer's events in their order; made or read while the stream is
   * consumed.
   */
  Stream<Event> events();

  /** How many products there are. */
  long productCount();

  /** How many customers there are. */
  long customerCount();

  /** How many events there are, near enough for a progress bar. */
  long eventCount();
}
