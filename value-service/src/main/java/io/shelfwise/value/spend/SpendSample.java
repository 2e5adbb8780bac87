package io.shelfwise.value.spend;

import java.util.List;
import java.util.stream.Stream;

/**
 * The repeat customers that a spend model is fitted to, sorted by their number of purchase days:
 * the likelihood's gamma functions depend on that number alone and are reckoned once for each.
 *
 * <p>Customers whose repeat purchases were all free are left out: the model knows positive values
 * only.
 */
public final class SpendSample {
  private final int[] days;
  private final double[] mean;

  private SpendSample(List<RepeatSpend> sorted) {
    days = sorted.stream().mapToInt(RepeatSpend::days).toArray();
    mean = sorted.stream().mapToDouble(RepeatSpend::mean).toArray();
  }

  /** The sample of these customers. */
  public static SpendSample of(Stream<RepeatSpend> customers) {
    return new SpendSample(customers.filter(customer -> customer.mean() > 0).sorted().toList());
  }

  /** How many customers there are in it. */
  public int customers() {
    return days.length;
  }

  int days(int customer) {
    return days[customer];
  }

  double mean(int customer) {
    return mean[customer];
  }

  /** The mean of the customers' means, by which values are scaled. */
  double grandMean() {
    double sum = 0;
    for (double value : mean) {
      sum += value;
    }
    return sum / mean.length;
  }
}
