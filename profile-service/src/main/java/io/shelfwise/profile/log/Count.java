package io.shelfwise.profile.log;

import java.util.Locale;

/**
 * What is counted of what a customer did: the fields of the customer's profile that events add to.
 * All are whole numbers.
 */
public enum Count {
  /** Product pages looked at. */
  VIEWS,
  /** Times that a product was laid into the cart. */
  CART_ADDITIONS,
  /** Times that a product was taken out of the cart. */
  CART_REMOVALS,
  /** Orders. */
  ORDERS,
  /** Pieces bought. */
  UNITS,
  /** Value of the orders, in millionths of the store's currency. */
  REVENUE_MICROS,
  /** Returns. */
  RETURNS,
  /** Value of the returns, in millionths of the store's currency. */
  RETURNED_MICROS,
  /** Ratings. */
  RATINGS,
  /** Sum of the stars given, in millionths. */
  STARS_MICROS,
  /** Searches. */
  SEARCHES,
  /** Answers to questions of surveys. */
  SURVEY_ANSWERS;

  /** The field's name in Redis. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
