package io.shelfwise.value.risk;

import java.util.Locale;

/** What a customer's number is compared with, and how. */
public enum Method {
  /** The store's customers, by their quartiles (Tukey's fences). */
  IQR,
  /** The store's customers, by their middle and their spread. */
  Z_SCORE,
  /** The customer's own time before. */
  OWN_HISTORY;

  /** The name as it is written: {@code z-score}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
