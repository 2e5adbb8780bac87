package io.shelfwise.value.spend;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The repeat customers that a spend model is fitted to, sorted by their number of purchase days:
 * the likelihood's gamma functions depend on that number alone and are reckoned once for each.
 *
 * <p>Customers whose repeat purchases were all free are left out: the model knows positive values
 * only.
 */
public final class SpendSample {
  private final List<RepeatSpend> customers;
  private final int[] days;
  private final double[] mean;
  private final double[] logMean;

  private SpendSample(List<RepeatSpend> sorted) {
    customers = sorted;
    days = sorted.stream().mapToInt(RepeatSpend::days).toArray();
    mean = sorted.stream().mapToDouble(RepeatSpend::mean).toArray();
    logMean = sorted.stream().mapToDouble(customer -> Math.log(customer.mean())).toArray();
  }

  /** The sample of these customers. */
  public static SpendSample of(Stream<RepeatSpend> customers) {
    return new SpendSample(customers.filter(customer -> customer.mean() > 0).sorted().toList());
  }

  /** Every so many-th customer, so that at most so many are left: for a first look. */
  SpendSample thinned(int most) {
    int step = Math.ceilDiv(customers.size(), most);
    return new SpendSample(
        IntStream.range(0, customers.size())
            .filter(i -> i % step == 0)
            .mapToObj(customers::get)
            .toList());
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

  double logMean(int customer) {
    return logMean[customer];
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
