package io.shelfwise.value.simulate;

/**
 * What a customer is like, which only the simulation knows.
 *
 * @param rate of events a week
 * @param regularity every how many-th of them is a purchase
 * @param leaves the probability of leaving after a purchase
 * @param leavesAtOnce whether that holds for the first purchase too
 * @param lifetime weeks after which the customer leaves in any case
 */
record Buyer(double rate, int regularity, double leaves, boolean leavesAtOnce, double lifetime) {
  /** Weeks until the next purchase. */
  double wait(Draws draws) {
    double weeks = 0;
    for (int i = 0; i < regularity; i++) {
      weeks += draws.exponential(rate);
    }
    return weeks;
  }
}
