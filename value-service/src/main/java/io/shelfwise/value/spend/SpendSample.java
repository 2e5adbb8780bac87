package io.shelfwise.value.spend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The repeat customers that a spend model is fitted to. Those who are alike in days and mean, as
 * there are many in a shop of few prices, are one row with a weight. Rows are sorted by days: the
 * likelihood's gamma functions depend on these alone and are reckoned once for each.
 *
 * <p>Customers whose repeat purchases were all free are left out: the model knows positive values
 * only.
 */
public final class SpendSample {
  private final List<RepeatSpend> rows;
  private final int[] weight;
  private final int[] days;
  private final double[] mean;
  private final double[] logMean;
  private final long customers;

  private SpendSample(List<RepeatSpend> rows, int[] weight) {
    this.rows = rows;
    this.weight = weight;
    days = rows.stream().mapToInt(RepeatSpend::days).toArray();
    mean = rows.stream().mapToDouble(RepeatSpend::mean).toArray();
    logMean = rows.stream().mapToDouble(row -> Math.log(row.mean())).toArray();
    customers = Arrays.stream(weight).asLongStream().sum();
  }

  /** The sample of these customers. */
  public static SpendSample of(Stream<RepeatSpend> customers) {
    List<RepeatSpend> sorted = customers.filter(customer -> customer.mean() > 0).sorted().toList();
    List<RepeatSpend> rows = new ArrayList<>();
    int[] weight = new int[sorted.size()];
    for (RepeatSpend customer : sorted) {
      if (rows.isEmpty() || !rows.getLast().equals(customer)) {
        rows.add(customer);
      }
      weight[rows.size() - 1]++;
    }
    return new SpendSample(rows, Arrays.copyOf(weight, rows.size()));
  }

  /** Every so many-th row, so that at most so many are left: for a first look. */
  SpendSample thinned(int most) {
    int step = Math.ceilDiv(rows.size(), most);
    int[] kept = IntStream.range(0, rows.size()).filter(i -> i % step == 0).toArray();
    return new SpendSample(
        Arrays.stream(kept).mapToObj(rows::get).toList(),
        Arrays.stream(kept).map(i -> weight[i]).toArray());
  }

  /** How many customers there are in it. */
  public long customers() {
    return customers;
  }

  /** Distinct spends. */
  int rows() {
    return weight.length;
  }

  int days(int row) {
    return days[row];
  }

  double mean(int row) {
    return mean[row];
  }

  double logMean(int row) {
    return logMean[row];
  }

  /** How many customers have spent this. */
  int weight(int row) {
    return weight[row];
  }

  /** The mean of the customers' means, by which values are scaled. */
  double grandMean() {
    double sum = 0;
    for (int row = 0; row < weight.length; row++) {
      sum += weight[row] * mean[row];
    }
    return sum / customers;
  }
}
