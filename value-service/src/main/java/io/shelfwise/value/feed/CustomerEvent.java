package io.shelfwise.value.feed;

import java.util.List;

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
   * @param lines which products it was made up of
   */
  record Order(
      String store,
      String customer,
      long timeMillis,
      String currency,
      long micros,
      long pieces,
      List<OrderLine> lines)
      implements CustomerEvent {
    public Order {
      lines = List.copyOf(lines);
    }

    /** An order of which it is not told what was bought. */
    public Order(
        String store, String customer, long timeMillis, String currency, long micros, long pieces) {
      this(store, customer, timeMillis, currency, micros, pieces, List.of());
    }
  }

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

  /**
   * The customer was about in the shop.
   *
   * @param step what was done there
   */
  record Browsing(String store, String customer, long timeMillis, Step step)
      implements CustomerEvent {}

  /** What a customer can do in a shop before buying. */
  enum Step {
    /** A product's page was looked at. */
    VIEW,
    /** A product was laid into the cart. */
    CART_ADDITION,
    /** A product was taken out of the cart. */
    CART_REMOVAL,
    /** The shop was searched. */
    SEARCH
  }

  /**
   * A question of a survey was answered.
   *
   * @param survey the survey's id
   * @param question the question's id within it
   * @param reply the answer
   */
  record Answer(
      String store,
      String customer,
      long timeMillis,
      String survey,
      String question,
      SurveyReply reply)
      implements CustomerEvent {}

  /** The customer was erased: nothing that was told of it before is known any more. */
  record Erasure(String store, String customer, long timeMillis) implements CustomerEvent {}

  /** Anything else: it tells that the customer is there, and what time it is in the store. */
  record Sign(String store, String customer, long timeMillis) implements CustomerEvent {}
}
