package io.shelfwise.recommend.guard;

import io.shelfwise.recommend.store.HeldOutMeasures;
import java.util.Arrays;

/**
 * How a model did, customer by customer.
 *
 * @param hits for each customer 1 if the withheld product was among the first twenty, else 0
 * @param gains for each customer {@code 1 / log2(rank + 1)} if it was among the first ten, else 0
 * @param coverage the part of all products of interest that came up among the first twenty of any
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record Judgement(double[] hits, double[] gains, double coverage) {
  /** The means over the customers. */
  public HeldOutMeasures measures() {
    return new HeldOutMeasures(hits.length, mean(hits), mean(gains), coverage);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
