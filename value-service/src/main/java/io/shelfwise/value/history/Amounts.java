package io.shelfwise.value.history;

/** Adds amounts in millionths. */
final class Amounts {
  private Amounts() {}

  /** Amounts are at least 0; nine trillion is where a sum stops instead of turning negative. */
  static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
