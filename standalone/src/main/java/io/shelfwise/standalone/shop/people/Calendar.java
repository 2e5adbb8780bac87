package io.shelfwise.standalone.shop.people;

import io.shelfwise.standalone.shop.chance.Chance;
import io.shelfwise.standalone.shop.chance.CumulativeWeights;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When people shop: in the evening rather than at night, on Sundays rather than on Saturdays,
 * before Christmas rather than in summer. Times are UTC.
 */
public final class Calendar {
  private static final double DAY = Duration.ofDays(1).toSeconds();

  private static final double[] HOURS =
      CumulativeWeights.of(
          2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 11, 11, 12, 12, 11, 11, 11, 12, 14, 17, 20, 19, 13, 6);

  /**
   * Monday to Sunday, where 1 keeps every order on its day, and the rest is put off to the next.
   */
  private static final double[] WEEKDAYS = {0.95, 0.9, 0.9, 0.85, 0.8, 0.75, 1};

  private static final double[] MONTHS = {
    0.9, 0.8, 0.85, 0.9, 0.9, 0.8, 0.75, 0.75, 0.85, 1.0, 1.3, 1.4
  };
  private static final double BUSIEST_MONTH = 1.4;

  /** How many customers come at the beginning, for each that comes at the end: the shop grows. */
  private static final double EARLY = 0.6;

  private final Instant start;
  private final Instant end;

  /** The time that the shop is watched, from {@code start} to {@code end}. */
  public Calendar(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  /** The last moment at which anything happens. */
  public Instant end() {
    return end;
  }

  /** When a customer comes for the first time. */
  Instant arrival(Chance chance) {
    double length = Duration.between(start, end).toSeconds();
    while (true) {
      double part = chance.uniform();
      Instant time = start.plusSeconds((long) (part * length));
      double month = MONTHS[dateOf(time).getMonthValue() - 1] / BUSIEST_MONTH;
      if (chance.happens(month * (EARLY + (1 - EARLY) * part))) {
        return time;
      }
    }
  }

  /**
   * The time of the day at which something is done that would be done at {@code time}; sometimes on
   * the next day.
   *
   * <p>Moving an order within its day, or by one, leaves the days between orders what they were but
   * for that day.
   */
  public Instant hour(Instant time, Chance chance) {
    LocalDate date = dateOf(time);
    if (!chance.happens(WEEKDAYS[date.getDayOfWeek().getValue() - 1])) {
      date = date.plusDays(1);
    }
    double second = (chance.weighted(HOURS) + chance.uniform()) / HOURS.length * DAY;
    return within(date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds((long) second), chance);
  }

  /** The time itself, or one shortly before the end if it is after the end. */
  private Instant within(Instant time, Chance chance) {
    return time.isAfter(end) ? end.minusSeconds((long) chance.exponential(1 / (DAY / 12))) : time;
  }

  private static LocalDate dateOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
