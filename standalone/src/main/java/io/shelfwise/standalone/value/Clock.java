package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.util.OptionalDouble;

/**
 * The clock by which a file tells time.
 *
 * @param form how times are written
 * @param isByTheDay whether purchases of one day are one purchase, as in the literature; times of
 *     the calendar only
 */
record Clock(TimeForm form, boolean isByTheDay) {
  /** The clock of a file whose times are written like that. */
  static Clock of(TimeForm form, boolean exactTimes) {
    return new Clock(form, form.isCalendar() && !exactTimes);
  }

  /** The time in a cell, or the day it falls on; empty if it is written otherwise. */
  OptionalDouble read(String cell) {
    OptionalDouble time = form.read(cell);
    return isByTheDay && time.isPresent()
        ? OptionalDouble.of(Math.floor(time.getAsDouble()))
        : time;
  }

  /**
   * The last time of a period whose last day, or whose end as a number, is given. The midnight
   * after the last day is the next day's.
   *
   * @throws CommandFailure if that is written otherwise
   */
  double endOf(String option, String until) {
    TimeForm written = form.isCalendar() ? TimeForm.ISO : TimeForm.NUMBER;
    double end =
        written
            .read(until)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        option + ": " + until + " (expected: " + written.expected() + ")"));
    boolean isLastDay = form.isCalendar() && !isByTheDay && end == Math.floor(end);
    return isLastDay ? Math.nextDown(end + 1) : isByTheDay ? Math.floor(end) : end;
  }

  /** How long a unit of time is on this clock: plain numbers count units. */
  double length(UnitOfTime unit) {
    return form.isCalendar() ? unit.days() : 1;
  }
}
