package io.shelfwise.value.purchases;

import io.shelfwise.value.history.CustomerHistory;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The customers that a purchase model is fitted to. Those who are alike in (x, t_x, T) are one row
 * with a weight, since they add the same to the likelihood; rows are sorted, so that a sample is
 * the same in whatever order it was collected. Times are kept once each, and rows tell their
 * places: a shop that is watched by the day has a few hundred times, whose logarithms need be taken
 * only once.
 */
public final class PurchaseSample {
  private final RepeatPurchases[] rows;
  private final int[] frequency;
  private final int[] weight;
  private final double[] times;
  private final int[] recencyPlace;
  private final int[] agePlace;
  private final OptionalDouble logGaps;

  /** Rows in order. */
  private PurchaseSample(RepeatPurchases[] rows, int[] weight, OptionalDouble logGaps) {
    this.rows = rows;
    frequency = Arrays.stream(rows).mapToInt(RepeatPurchases::frequency).toArray();
    this.weight = weight;
    this.logGaps = logGaps;
    times =
        Arrays.stream(rows)
            .flatMapToDouble(row -> DoubleStream.of(row.recency(), row.age()))
            .sorted()
            .distinct()
            .toArray();
    recencyPlace =
        Arrays.stream(rows).mapToInt(row -> Arrays.binarySearch(times, row.recency())).toArray();
    agePlace = Arrays.stream(rows).mapToInt(row -> Arrays.binarySearch(times, row.age())).toArray();
  }

  /**
   * The sample of these customers. The times between their purchases are not known from that, so it
   * does not tell how regularly they buy.
   */
  public static PurchaseSample of(Stream<RepeatPurchases> customers) {
    return of(customers, OptionalDouble.empty());
  }

  /**
   * The sample of these customers.
   *
   * @param logGaps Σ ln(time between two purchases of a customer), over all of them
   */
  public static PurchaseSample of(Stream<RepeatPurchases> customers, double logGaps) {
    return of(customers, OptionalDouble.of(logGaps));
  }

  /** What customers did up to a day and with it, time in days. */
  public static PurchaseSample of(Collection<CustomerHistory> histories, int lastDay) {
    // By their length, so that the sum is the same in whatever order the customers come.
    Map<Integer, Long> gaps = new TreeMap<>();
    for (CustomerHistory history : histories) {
      for (int i = 1; i < history.purchaseDaysUntil(lastDay); i++) {
        gaps.merge(history.purchaseDay(i) - history.purchaseDay(i - 1), 1L, Long::sum);
      }
    }
    return of(
        histories.stream().flatMap(history -> RepeatPurchases.of(history, lastDay).stream()),
        gaps.entrySet().stream().mapToDouble(e -> e.getValue() * Math.log(e.getKey())).sum());
  }

  private static PurchaseSample of(Stream<RepeatPurchases> customers, OptionalDouble logGaps) {
    Map<RepeatPurchases, Integer> weights = new HashMap<>();
    customers.forEach(customer -> weights.merge(customer, 1, Integer::sum));
    RepeatPurchases[] rows = weights.keySet().toArray(RepeatPurchases[]::new);
    Arrays.sort(rows);
    int[] weight = Arrays.stream(rows).mapToInt(row -> weights.getOrDefault(row, 0)).toArray();
    return new PurchaseSample(rows, weight, logGaps);
  }

  /** Every so many-th row, so that at most so many are left: for a first look. */
  PurchaseSample thinned(int most) {
    int step = Math.ceilDiv(rows.length, most);
    int[] kept = IntStream.range(0, rows.length).filter(i -> i % step == 0).toArray();
    return new PurchaseSample(
        Arrays.stream(kept).mapToObj(i -> rows[i]).toArray(RepeatPurchases[]::new),
        Arrays.stream(kept).map(i -> weight[i]).toArray(),
        OptionalDouble.empty());
  }

  /** Distinct histories. */
  int rows() {
    return rows.length;
  }

  /** The history itself. */
  RepeatPurchases customer(int row) {
    return rows[row];
  }

  int frequency(int row) {
    return frequency[row];
  }

  /** How many customers have this history. */
  int weight(int row) {
    return weight[row];
  }

  /** ln(shift + time) of each distinct time. */
  double[] logTimes(double shift) {
    double[] logarithms = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      logarithms[i] = Math.log(shift + times[i]);
    }
    return logarithms;
  }

  /** How many distinct times there are. */
  int times() {
    return times.length;
  }

  /** One of the distinct times. */
  double time(int place) {
    return times[place];
  }

  /** Where the row's recency is among the times. */
  int recencyPlace(int row) {
    return recencyPlace[row];
  }

  /** Where the row's age is among the times. */
  int agePlace(int row) {
    return agePlace[row];
  }

  /** Customers. */
  public long customers() {
    return Arrays.stream(weight).asLongStream().sum();
  }

  /** Customers who bought on more than one day. */
  public long repeaters() {
    return IntStream.range(0, rows.length)
        .filter(i -> rows[i].frequency() > 0)
        .mapToLong(i -> weight[i])
        .sum();
  }

  /** Repeat purchases of all customers. */
  public long purchases() {
    return IntStream.range(0, rows.length)
        .mapToLong(i -> (long) weight[i] * rows[i].frequency())
        .sum();
  }

  /**
   * Σ ln(time between two purchases of a customer), over all of them; empty if it is not known.
   * That is all that regular buying shows in beyond the triples.
   */
  OptionalDouble logGaps() {
    return logGaps;
  }

  /** The longest time that a customer was watched. */
  double longestAge() {
    return times[times.length - 1];
  }

  /** The most repeat purchases of a customer. */
  int mostFrequent() {
    return rows[rows.length - 1].frequency();
  }
}
