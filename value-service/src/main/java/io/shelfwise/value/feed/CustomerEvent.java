package io.shelfwise.value.feed;

/** What a customer did, as far as it bears on the customer's value. */
public sealed interface CustomerEvent {
  /** The store's id. */
  String store();

  /** The customer's id. */
  String customer();

  /** When it happened, in milliseconds since 1970. */
  long timeMillis();

  /**
   * An order was placed.
   *
   * @param currency the currency's code; empty if nothing has a price
   * @param micros the order's value in millionths of the currency's unit
   * @param pieces how many pieces were bought
   */
  record Order(
      String store, String customer, long timeMillis, String currency, long micros, long pieces)
      implements CustomerEvent {}

  /**
   * Goods came back, or an order was cancelled.
   *
   * @param currency the currency's code; empty if nothing has a price
   * @param micros what was refunded, in millionths of the currency's unit
   */
  record Refund(String store, String customer, long timeMillis, String currency, long micros)
      implements CustomerEvent {}

  /**
   * A product was rated.
   *
   * @param stars 1 (worst) to 5 (best)
   */
  record Rating(String store, String customer, long timeMillis, double stars)
      implements CustomerEvent {}

  /** Anything else: it tells that the customer is there, and what time it is in the store. */
  record Sign(String store, String customer, long timeMillis) implements CustomerEvent {}
}
