package io.shelfwise.standalone.value;

import java.util.OptionalDouble;

/**
 * Where a log of purchases is cut in time: a model is fitted to what happened until the end of
 * calibration and with it, and judged on what came after that, until the end of the holdout.
 *
 * @param end when calibration ends, on the clock of the log
 * @param holdoutEnd when the holdout ends; empty if there is none
 * @param unit how long a unit of the model's time is on that clock
 */
record Calibration(double end, OptionalDouble holdoutEnd, double unit) {
  Calibration {
    if (holdoutEnd.isPresent() && !(holdoutEnd.getAsDouble() > end)) {
      throw new IllegalArgumentException(
          "holdoutEnd: " + holdoutEnd.getAsDouble() + " (expected: later than " + end + ")");
    }
  }

  /**
   * What the log shows of each customer who had bought by the end of calibration: purchases after
   * the first one, and times since then.
   */
  Observations observe(PurchaseLog log) {
    double last = holdoutEnd.orElse(end);
    Observations.Collector all = new Observations.Collector();
    double logGaps = 0;
    for (int customer = 0; customer < log.customers(); customer++) {
      int first = log.begin(customer);
      if (log.time(first) > end) {
        continue;
      }
      int i = first + 1;
      double spent = 0;
      for (; i < log.begin(customer + 1) && log.time(i) <= end; i++) {
        spent += log.amount(i);
        logGaps += Math.log((log.time(i) - log.time(i - 1)) / unit);
      }
      int frequency = i - first - 1;
      double recency = log.time(i - 1) - log.time(first);
      int came = 0;
      double cameSpend = 0;
      for (; i < log.begin(customer + 1) && log.time(i) <= last; i++) {
        came++;
        cameSpend += log.amount(i);
      }
      all.add(frequency, recency / unit, (end - log.time(first)) / unit, spent, 1);
      all.addSequel(came, cameSpend, (last - end) / unit);
    }
    return all.observations(OptionalDouble.of(logGaps), holdoutEnd.isPresent());
  }

  /**
   * As {@link #observe}, for models that count opportunities to buy: each unit of time after the
   * customer's first purchase is one, and used if anything was bought in it. Of a unit that ends
   * after the end nothing is said.
   */
  Observations observeOpportunities(PurchaseLog log) {
    double last = holdoutEnd.orElse(end);
    Observations.Collector all = new Observations.Collector();
    for (int customer = 0; customer < log.customers(); customer++) {
      int first = log.begin(customer);
      double start = log.time(first);
      if (start > end) {
        continue;
      }
      int opportunities = (int) Math.floor((end - start) / unit);
      int later = (int) Math.floor((last - start) / unit);
      int used = 0;
      int lastUsed = 0;
      int came = 0;
      int before = 0;
      double spent = 0;
      double cameSpend = 0;
      for (int i = first + 1; i < log.begin(customer + 1); i++) {
        int opportunity = (int) Math.ceil((log.time(i) - start) / unit);
        boolean isNew = opportunity > before;
        before = opportunity;
        if (opportunity <= opportunities) {
          used += isNew ? 1 : 0;
          lastUsed = opportunity;
          spent += log.amount(i);
        } else if (opportunity <= later) {
          came += isNew ? 1 : 0;
          cameSpend += log.amount(i);
        }
      }
      all.add(used, lastUsed, opportunities, spent, 1);
      all.addSequel(came, cameSpend, later - opportunities);
    }
    return all.observations(OptionalDouble.empty(), holdoutEnd.isPresent());
  }
}
