package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How times are written in a table. Times of the calendar are read as days since 1970, in UTC;
 * plain numbers are read as they are, and count the units of time of whoever wrote them.
 *
 * @param expected what a cell should hold, for messages
 * @param isCalendar whether times are those of the calendar
 * @param reader reads a cell; fails with a DateTimeException or NumberFormatException
 */
record TimeForm(String expected, boolean isCalendar, ToDoubleFunction<String> reader) {
  private static final double SECONDS = 86_400;

  static final TimeForm NUMBER = new TimeForm("a number", false, TimeForm::finite);
  private static final TimeForm DAY =
      new TimeForm("a day such as 19970930", true, calendar(DateTimeFormatter.BASIC_ISO_DATE));

  /** {@code 1997-09-30}, {@code 1997-09-30 12:00}, {@code 1997-09-30T12:00:00.5+01:00}. */
  static final TimeForm ISO =
      new TimeForm(
          "a time such as 1997-09-30 or 1997-09-30T12:00:00Z",
          true,
          calendar(
              new DateTimeFormatterBuilder()
                  .append(DateTimeFormatter.ISO_LOCAL_DATE)
                  .optionalStart()
                  .appendPattern("['T'][' ']")
                  .append(DateTimeFormatter.ISO_LOCAL_TIME)
                  .optionalStart()
                  .appendOffsetId()
                  .toFormatter(Locale.ROOT)));

  /**
   * How a user names it: {@code number}, {@code epoch-seconds} …, or a pattern of java.time.
   *
   * @throws CommandFailure if it is none of these
   */
  static TimeForm named(String name) {
    return switch (name) {
      case "iso" -> ISO;
      case "number" -> NUMBER;
      case "epoch-days" -> epoch(name, 1);
      case "epoch-seconds" -> epoch(name, SECONDS);
      case "epoch-millis" -> epoch(name, SECONDS * 1_000);
      default -> new TimeForm("a time as " + name, true, calendar(pattern(name)));
    };
  }

  private static DateTimeFormatter pattern(String pattern) {
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--time-format: " + pattern + ": " + e.getMessage(), e);
    }
  }

  private static TimeForm epoch(String name, double perDay) {
    return new TimeForm("a number of " + name, true, cell -> finite(cell) / perDay);
  }

  /**
   * The form that a cell shows; empty if it shows none, or could be read in more than one way, as
   * whole numbers can.
   */
  static Optional<TimeForm> shownBy(String cell) {
    return Stream.concat(Stream.of(ISO, DAY), cell.contains(".") ? Stream.of(NUMBER) : Stream.of())
        .filter(form -> form.read(cell).isPresent())
        .findFirst();
  }

  /** The time in a cell; empty if it is written otherwise. */
  OptionalDouble read(String cell) {
    try {
      return OptionalDouble.of(reader.applyAsDouble(cell));
    } catch (DateTimeException | NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static double finite(String cell) {
    double number = Double.parseDouble(cell);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(cell);
    }
    return number;
  }

  private static ToDoubleFunction<String> calendar(DateTimeFormatter formatter) {
    return cell ->
        days(formatter.parseBest(cell, Instant::from, LocalDateTime::from, LocalDate::from));
  }

  private static double days(TemporalAccessor time) {
    return switch (time) {
      case LocalDate day -> day.toEpochDay();
      case Instant instant -> days(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      default -> {
        LocalDateTime clock = LocalDateTime.from(time);
        LocalTime ofDay = clock.toLocalTime();
        yield clock.toLocalDate().toEpochDay() + ofDay.toNanoOfDay() / (SECONDS * 1e9);
      }
    };
  }
}
