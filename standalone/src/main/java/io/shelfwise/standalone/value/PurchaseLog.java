package io.shelfwise.standalone.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who bought when and for how much: the purchases customer by customer, each customer's in the
 * order of time, in flat arrays that hold many millions of them. What a customer bought at one time
 * is one purchase.
 */
final class PurchaseLog {
  private final int[] begin;
  private final double[] times;
  private final double[] amounts;

  private PurchaseLog(int[] begin, double[] times, double[] amounts) {
    this.begin = begin;
    this.times = times;
    this.amounts = amounts;
  }

  int customers() {
    return begin.length - 1;
  }

  /** The place of a customer's first purchase; that of the next customer's follows the last one. */
  int begin(int customer) {
    return begin[customer];
  }

  double time(int purchase) {
    return times[purchase];
  }

  double amount(int purchase) {
    return amounts[purchase];
  }

  /** The time of the last purchase of all. */
  double lastTime() {
    return IntStream.range(0, begin[customers()])
        .mapToDouble(this::time)
        .max()
        .orElseThrow(() -> new IllegalStateException("there are no purchases"));
  }

  /** Collects purchases, in whatever order they come. */
  static final class Collector {
    private final Map<String, Integer> numbers = new HashMap<>();
    private int size;
    private int[] customers = new int[1 << 10];
    private double[] times = new double[1 << 10];
    private double[] amounts = new double[1 << 10];

    void add(String customer, double time, double amount) {
      if (size == times.length) {
        int more = size + (size >> 1);
        customers = Arrays.copyOf(customers, more);
        times = Arrays.copyOf(times, more);
        amounts = Arrays.copyOf(amounts, more);
      }
      Integer number = numbers.putIfAbsent(customer, numbers.size());
      customers[size] = number == null ? numbers.size() - 1 : number;
      times[size] = time;
      amounts[size] = amount;
      size++;
    }

    boolean isEmpty() {
      return size == 0;
    }

    PurchaseLog log() {
      int[] ends = byCustomer();
      int[] begin = new int[ends.length + 1];
      int kept = 0;
      for (int customer = 0; customer < ends.length; customer++) {
        int from = customer == 0 ? 0 : ends[customer - 1];
        sortByTime(from, ends[customer]);
        begin[customer] = kept;
        for (int i = from; i < ends[customer]; i++) {
          if (i > from && times[i] == times[kept - 1]) {
            amounts[kept - 1] += amounts[i];
          } else {
            times[kept] = times[i];
            amounts[kept] = amounts[i];
            kept++;
          }
        }
      }
      begin[ends.length] = kept;
      return new PurchaseLog(begin, Arrays.copyOf(times, kept), Arrays.copyOf(amounts, kept));
    }

    /** Puts the purchases in the order of their customers; where each customer's end. */
    private int[] byCustomer() {
      int[] ends = new int[numbers.size()];
      for (int i = 0; i < size; i++) {
        ends[customers[i]]++;
      }
      int sum = 0;
      for (int customer = 0; customer < ends.length; customer++) {
        int count = ends[customer];
        ends[customer] = sum;
        sum += count;
      }
      double[] sortedTimes = new double[size];
      double[] sortedAmounts = new double[size];
      for (int i = 0; i < size; i++) {
        int place = ends[customers[i]]++;
        sortedTimes[place] = times[i];
        sortedAmounts[place] = amounts[i];
      }
      times = sortedTimes;
      amounts = sortedAmounts;
      return ends;
    }

    /** Most files are in the order of time already. */
    private void sortByTime(int from, int to) {
      if (IntStream.range(from + 1, to).allMatch(i -> times[i - 1] <= times[i])) {
        return;
      }
      int[] order =
          IntStream.range(from, to)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> times[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] sortedTimes = Arrays.stream(order).mapToDouble(i -> times[i]).toArray();
      double[] sortedAmounts = Arrays.stream(order).mapToDouble(i -> amounts[i]).toArray();
      System.arraycopy(sortedTimes, 0, times, from, order.length);
      System.arraycopy(sortedAmounts, 0, amounts, from, order.length);
    }
  }
}
