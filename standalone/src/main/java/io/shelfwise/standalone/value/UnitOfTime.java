package io.shelfwise.standalone.value;

import java.util.Locale;

/** The unit in which a model's times are told. */
enum UnitOfTime {
  DAY(1),
  WEEK(7),
  MONTH(365.25 / 12),
  YEAR(365.25);

  private final double days;

  UnitOfTime(double days) {
    this.days = days;
  }

  /** Its length. */
  double days() {
    return days;
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
