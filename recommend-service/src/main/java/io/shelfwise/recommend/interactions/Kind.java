package io.shelfwise.recommend.interactions;

/** What a customer can do with a product. */
public enum Kind {
  /** Looked at its page. */
  VIEW,
  /** Laid it into the cart. */
  CART_ADDITION,
  /** Took it out of the cart. */
  CART_REMOVAL,
  /** Bought it. */
  PURCHASE,
  /** Brought it back, or cancelled the order. */
  RETURN,
  /** Rated it. */
  RATING
}
