package io.shelfwise.standalone.terminal;

import com.google.type.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * An amount of money as people write and read it.
 *
 * @param value how much, at most nine decimal places
 * @param currency the three letters of ISO 4217
 */
public record Amount(BigDecimal value, String currency) {
  private static final Map<String, String> SYMBOLS = Map.of("GBP", "£", "EUR", "€", "USD", "$");
  private static final int NANO_DIGITS = 9;

  public Amount {
    if (value.stripTrailingZeros().scale() > NANO_DIGITS) {
      throw new IllegalArgumentException(
          "value: " + value + " (expected: at most " + NANO_DIGITS + " decimal places)");
    }
  }

  /** The amount that a message holds. */
  public static Amount of(Money money) {
    return new Amount(
        BigDecimal.valueOf(money.getUnits()).add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS)),
        money.getCurrencyCode());
  }

  /** The amount as a message. */
  public Money toMoney() {
    BigDecimal units = value.setScale(0, RoundingMode.DOWN);
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(units.longValueExact())
        .setNanos(value.subtract(units).movePointRight(NANO_DIGITS).intValueExact())
        .build();
  }

  /** To the cent, such as {@code £1,234.50}. */
  @Override
  public String toString() {
    String symbol = SYMBOLS.get(currency);
    String number = String.format("%,.2f", value.setScale(2, RoundingMode.HALF_EVEN));
    return symbol == null ? number + " " + currency : symbol + number;
  }
}
