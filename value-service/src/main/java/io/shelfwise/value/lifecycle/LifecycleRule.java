package io.shelfwise.value.lifecycle;

/**
 * Which numbers make which stage.
 *
 * <p>A customer who keeps to the own rhythm stands where the number of purchase days says. Once the
 * silence is longer than the usual interval, three signs are listened to, and the most serious one
 * counts: how many usual intervals it is long, the probability of being active, and the probability
 * that no purchase comes within a few usual intervals more. No sign is a fixed number of days.
 *
 * @param retentionFrom from how many purchase days on a customer is retained, at least 2
 * @param priorIntervals how many intervals of the store's rhythm are mixed into the customer's own,
 *     more than 0
 * @param storeIntervalDays the store's usual interval as long as nobody has come back
 * @param atRisk from where on a customer is at risk
 * @param churned from where on a customer has most likely left
 * @param silenceIntervals how many usual intervals ahead the last sign looks
 */
public record LifecycleRule(
    int retentionFrom,
    double priorIntervals,
    double storeIntervalDays,
    Thresholds atRisk,
    Thresholds churned,
    double silenceIntervals) {
  /** From how many usual intervals of silence on the signs are listened to. */
  static final double OVERDUE_FROM = 1;

  /**
   * From where on the signs say so. One is enough.
   *
   * @param overdue from how many usual intervals of silence on, at least 1
   * @param active below which probability of being active
   * @param silence from which probability of no purchase on
   */
  public record Thresholds(double overdue, double active, double silence) {
    public Thresholds {
      if (!(overdue >= OVERDUE_FROM)) {
        throw new IllegalArgumentException("overdue: " + overdue + " (expected: >= 1)");
      }
      if (!(active >= 0 && active <= 1)) {
        throw new IllegalArgumentException("active: " + active + " (expected: 0 to 1)");
      }
      if (!(silence >= 0 && silence <= 1)) {
        throw new IllegalArgumentException("silence: " + silence + " (expected: 0 to 1)");
      }
    }

    private boolean areReached(Signs signs) {
      return signs.overdue() >= overdue
          || signs.activeProbability().orElse(1) < active
          || signs.silenceProbability().orElse(0) >= silence;
    }
  }

  public LifecycleRule {
    if (retentionFrom < 2) {
      throw new IllegalArgumentException("retentionFrom: " + retentionFrom + " (expected: >= 2)");
    }
    requirePositive("priorIntervals", priorIntervals);
    requirePositive("storeIntervalDays", storeIntervalDays);
    requirePositive("silenceIntervals", silenceIntervals);
    if (churned.overdue() < atRisk.overdue()
        || churned.active() > atRisk.active()
        || churned.silence() < atRisk.silence()) {
      throw new IllegalArgumentException(
          "churned: %s (expected: no sooner than atRisk, %s)".formatted(churned, atRisk));
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0 and finite)");
    }
  }

  /** The stage of a customer who bought. */
  public Stage stage(Signs signs) {
    if (isOverdue(signs.silentDays(), signs.usualDays())) {
      if (churned.areReached(signs)) {
        return Stage.CHURNED;
      }
      if (atRisk.areReached(signs)) {
        return Stage.AT_RISK;
      }
    }
    return stage(signs.purchaseDays());
  }

  /** Whether the signs are listened to. */
  boolean isOverdue(int silentDays, double usualDays) {
    return silentDays > OVERDUE_FROM * usualDays;
  }

  /** Whether the silence alone says that the customer has left. */
  boolean isOver(int silentDays, double usualDays) {
    return silentDays >= churned.overdue() * usualDays;
  }

  /** The stage of a customer who keeps to the own rhythm. */
  Stage stage(int purchaseDays) {
    if (purchaseDays == 1) {
      return Stage.ACQUISITION;
    }
    return purchaseDays < retentionFrom ? Stage.GROWTH : Stage.RETENTION;
  }
}
