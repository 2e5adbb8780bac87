package io.shelfwise.value.predict;

import java.time.Duration;

/**
 * When a store's models are fitted anew: after a time, or as soon as the store has grown by much,
 * and never when nothing was ordered.
 *
 * @param every after this time at the latest, if there is a new order
 * @param growth sooner, if there are this many times as many orders as went into the last fit
 * @param pause but not before this time, nor before ten times the last fit's: a shop that is being
 *     imported grows all the time, and would be fitted all the time
 */
public record RefitRule(Duration every, double growth, Duration pause) {
  private static final int REST = 10;

  public RefitRule {
    if (!every.isPositive()) {
      throw new IllegalArgumentException("every: " + every + " (expected: more than 0)");
    }
    if (!(growth > 1)) {
      throw new IllegalArgumentException("growth: " + growth + " (expected: more than 1)");
    }
    if (pause.isNegative()) {
      throw new IllegalArgumentException("pause: " + pause + " (expected: >= 0)");
    }
  }

  /**
   * Whether it is time.
   *
   * @param since the time since the last fit
   * @param took how long that took
   * @param ordersThen the orders that went into it
   * @param ordersNow the orders there are
   */
  boolean isDue(Duration since, Duration took, long ordersThen, long ordersNow) {
    if (ordersNow == ordersThen || since.compareTo(pause) < 0) {
      return false;
    }
    return since.compareTo(every) >= 0
        || (ordersNow >= growth * ordersThen && since.compareTo(took.multipliedBy(REST)) >= 0);
  }
}
