package io.shelfwise.recommend.catalog;

/** Whether a product can be bought. */
public enum Availability {
  /** It can be bought. */
  IN_STOCK,
  /** It cannot be bought now: it is found by search, and never recommended. */
  OUT_OF_STOCK,
  /** It is not sold any more: as out of stock, for good. */
  DISCONTINUED
}
