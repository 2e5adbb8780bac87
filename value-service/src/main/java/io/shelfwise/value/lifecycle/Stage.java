package io.shelfwise.value.lifecycle;

import java.util.Locale;

/** Where a customer stands on the way from the first look to the last purchase. */
public enum Stage {
  /** Looks around, or has bought once and may well come back. */
  ACQUISITION,
  /** Has begun to come back. */
  GROWTH,
  /** Comes back with a rhythm of the customer's own. */
  RETENTION,
  /** Has been silent for longer than that rhythm explains well. */
  AT_RISK,
  /** Has most likely left. */
  CHURNED;

  /** The name as it is written: {@code at-risk}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
