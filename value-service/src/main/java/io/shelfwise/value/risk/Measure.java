package io.shelfwise.value.risk;

import java.util.Locale;

/** What can be out of the ordinary about a customer. */
public enum Measure {
  /** What the customer spends. */
  SPEND,
  /** What the customer sends back. */
  RETURNS,
  /** How often the customer orders. */
  ORDER_RATE;

  /** The name as it is written: {@code order-rate}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
