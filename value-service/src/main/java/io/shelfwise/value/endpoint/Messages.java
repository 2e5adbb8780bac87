package io.shelfwise.value.endpoint;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;

/** Our values as the contract's messages. */
final class Messages {
  private static final long MICROS = 1_000_000;
  private static final int MICRO_DIGITS = 6;
  private static final int NANOS_PER_MICRO = 1_000;

  private Messages() {}

  static Money money(String currency, long micros) {
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(micros / MICROS)
        .setNanos((int) (micros % MICROS) * NANOS_PER_MICRO)
        .build();
  }

  /** A sum of many amounts; no shop takes in more units than a message can hold. */
  static Money money(String currency, BigInteger micros) {
    BigInteger[] parts = micros.divideAndRemainder(BigInteger.valueOf(MICROS));
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(parts[0].longValueExact())
        .setNanos(parts[1].intValue() * NANOS_PER_MICRO)
        .build();
  }

  /** An amount that a model expects, to the nearest micro-unit. */
  static Money money(String currency, BigDecimal units) {
    return money(
        currency,
        units.movePointRight(MICRO_DIGITS).setScale(0, RoundingMode.HALF_UP).toBigInteger());
  }

  static Timestamp timestamp(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
