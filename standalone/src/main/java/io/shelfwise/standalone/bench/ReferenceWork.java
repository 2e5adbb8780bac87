package io.shelfwise.standalone.bench;

/**
 * A fixed piece of work on one thread, logarithms and additions as in the likelihoods: what takes
 * three times as long as it does so on a fast machine and on a slow one, on a quiet one and on a
 * busy one.
 */
final class ReferenceWork {
  private static final int LOGARITHMS = 20_000_000;

  private ReferenceWork() {}

  /** Does it; what it comes to, so that it cannot be left out. */
  static double run() {
    double sum = 0;
    for (int i = 1; i <= LOGARITHMS; i++) {
      sum += Math.log(i + sum * 1e-9);
    }
    return sum;
  }
}
