package io.shelfwise.value.purchases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The customers that a purchase model is fitted to. Those who are alike in (x, t_x, T) are one row
 * with a weight, since they add the same to the likelihood; rows are sorted, so that a sample is
 * the same in whatever order it was collected.
 */
public final class PurchaseSample {
  private final int[] frequency;
  private final double[] recency;
  private final double[] age;
  private final int[] weight;
  private final long customers;
  private final long repeaters;

  private PurchaseSample(Map<RepeatPurchases, Integer> rows) {
    int n = rows.size();
    frequency = new int[n];
    recency = new double[n];
    age = new double[n];
    weight = new int[n];
    RepeatPurchases[] sorted = rows.keySet().toArray(RepeatPurchases[]::new);
    Arrays.sort(sorted);
    long all = 0;
    long buyingAgain = 0;
    for (int i = 0; i < n; i++) {
      frequency[i] = sorted[i].frequency();
      recency[i] = sorted[i].recency();
      age[i] = sorted[i].age();
      weight[i] = rows.getOrDefault(sorted[i], 0);
      all += weight[i];
      buyingAgain += frequency[i] > 0 ? weight[i] : 0;
    }
    customers = all;
    repeaters = buyingAgain;
  }

  /** The sample of these customers. */
  public static PurchaseSample of(Stream<RepeatPurchases> customers) {
    Map<RepeatPurchases, Integer> rows = new HashMap<>();
    customers.forEach(customer -> rows.merge(customer, 1, Integer::sum));
    return new PurchaseSample(rows);
  }

  /** Distinct histories. */
  int rows() {
    return weight.length;
  }

  int frequency(int row) {
    return frequency[row];
  }

  double recency(int row) {
    return recency[row];
  }

  double age(int row) {
    return age[row];
  }

  /** How many customers have this history. */
  int weight(int row) {
    return weight[row];
  }

  /** Customers. */
  public long customers() {
    return customers;
  }

  /** Customers who bought on more than one day. */
  public long repeaters() {
    return repeaters;
  }

  /** The longest time that a customer was watched. */
  double longestAge() {
    return Arrays.stream(age).max().orElse(0);
  }

  /** The most repeat purchases of a customer. */
  int mostFrequent() {
    return Arrays.stream(frequency).max().orElse(0);
  }
}
