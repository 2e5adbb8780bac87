package io.shelfwise.standalone.load;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.standalone.terminal.Amount;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;

/**
 * How times and money are written in a table's cells.
 *
 * @param zone where the clock hung that showed times without an offset
 * @param currency the three letters of the currency of prices without one
 */
public record CellForms(ZoneId zone, String currency) {
  /** {@code 2026-01-31}, {@code 2026-01-31 12:00}, {@code 2026-01-31T12:00:00.5+01:00}. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  /** The time in a cell; that of a date alone is its midnight. */
  Optional<Timestamp> time(CsvRow row, String column) {
    return row.text(column).map(cell -> timestamp(column, cell));
  }

  /** The price in a cell, in the currency that stands beside it. */
  Optional<Money> price(CsvRow row) {
    Optional<BigDecimal> price = row.decimal("price");
    return price.map(
        value -> {
          try {
            return new Amount(value, row.text("currency").orElse(currency)).toMoney();
          } catch (IllegalArgumentException | ArithmeticException e) {
            throw RowException.in("price", value.toPlainString(), "at most nine decimal places");
          }
        });
  }

  private Timestamp timestamp(String column, String cell) {
    try {
      Instant instant =
          instant(TIME.parseBest(cell, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      return Timestamp.newBuilder()
          .setSeconds(instant.getEpochSecond())
          .setNanos(instant.getNano())
          .build();
    } catch (DateTimeException e) {
      throw RowException.in(
          column, cell, "a time such as 2026-01-31T12:00:00Z or 2026-01-31 12:00");
    }
  }

  private Instant instant(TemporalAccessor time) {
    return switch (time) {
      case OffsetDateTime exact -> exact.toInstant();
      case LocalDateTime local -> local.atZone(zone).toInstant();
      default ->
          ZonedDateTime.of(time.query(TemporalQueries.localDate()).atStartOfDay(), zone)
              .toInstant();
    };
  }
}
