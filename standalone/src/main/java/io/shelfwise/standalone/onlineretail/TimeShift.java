package io.shelfwise.standalone.onlineretail;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Moves the file's times forward by whole weeks: so Mondays stay Mondays, and shop hours stay shop
 * hours, by the clock in London.
 *
 * <p>Without it, an order that is placed today would follow the year of the file by more than a
 * decade, and everything that asks how long ago something was would see a shop that is long dead.
 *
 * @param weeks how far
 */
public record TimeShift(long weeks) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** The times as they stand in the file. */
  public static final TimeShift NONE = new TimeShift(0);

  /** The shift that brings a time to within the week before {@code now}. */
  public static TimeShift toNow(LocalDateTime last, Instant now) {
    LocalDateTime londonNow = LocalDateTime.ofInstant(now, LONDON);
    return new TimeShift(Math.max(0, ChronoUnit.WEEKS.between(last, londonNow)));
  }

  /** The clock in London at an instant. */
  public static LocalDateTime london(Instant instant) {
    return LocalDateTime.ofInstant(instant, LONDON);
  }

  /** The instant that a time of the file becomes. */
  public Instant instant(LocalDateTime time) {
    return time.plusWeeks(weeks).atZone(LONDON).toInstant();
  }
}
