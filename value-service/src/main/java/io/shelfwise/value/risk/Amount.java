package io.shelfwise.value.risk;

import java.util.Locale;

/** Writes amounts into reasons. */
final class Amount {
  private Amount() {}

  static String of(double amount, String currency) {
    return String.format(Locale.ROOT, "%.2f %s", amount, currency).strip();
  }
}
