package io.shelfwise.standalone.value;

import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.SpendSample;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was observed of customers until the end of calibration, and what came of them after that, in
 * flat arrays. A row may stand for several customers who are alike.
 */
final class Observations {
  private final int[] frequency;
  private final double[] recency;
  private final double[] age;
  private final double[] meanSpend;
  private final int[] weight;
  private final OptionalDouble logGaps;
  private final Optional<Sequel> sequel;

  private Observations(Collector all, OptionalDouble logGaps, Optional<Sequel> sequel) {
    frequency = Arrays.copyOf(all.frequency, all.size);
    recency = Arrays.copyOf(all.recency, all.size);
    age = Arrays.copyOf(all.age, all.size);
    meanSpend = Arrays.copyOf(all.meanSpend, all.size);
    weight = Arrays.copyOf(all.weight, all.size);
    this.logGaps = logGaps;
    this.sequel = sequel;
  }

  /** What came of each customer in the holdout. */
  static final class Sequel {
    private final int[] purchases;
    private final double[] spend;
    private final double[] length;

    private Sequel(Collector all) {
      purchases = Arrays.copyOf(all.came, all.size);
      spend = Arrays.copyOf(all.cameSpend, all.size);
      length = Arrays.copyOf(all.length, all.size);
    }

    /** Purchases of each customer. */
    double[] purchases() {
      return Arrays.stream(purchases).asDoubleStream().toArray();
    }

    /** What each customer spent. */
    double[] spend() {
      return spend.clone();
    }

    /** For how long the customer was watched. */
    double length(int row) {
      return length[row];
    }
  }

  int rows() {
    return frequency.length;
  }

  /** How many customers there are. */
  long customers() {
    return Arrays.stream(weight).asLongStream().sum();
  }

  /** The repeat purchases of each row. */
  int[] frequencies() {
    return frequency.clone();
  }

  /** What a purchase model looks at in a row. */
  RepeatPurchases purchases(int row) {
    return new RepeatPurchases(frequency[row], recency[row], age[row]);
  }

  /** What a spend model looks at in a row. */
  RepeatSpend spend(int row) {
    return new RepeatSpend(frequency[row], meanSpend[row]);
  }

  /** What came after calibration; empty if there is no holdout. */
  Optional<Sequel> sequel() {
    return sequel;
  }

  /** Σ ln(time between two purchases of a customer); empty if it is not known. */
  OptionalDouble logGaps() {
    return logGaps;
  }

  /** All customers, as a purchase model is fitted to them. */
  PurchaseSample purchaseSample() {
    Stream<RepeatPurchases> all = each(this::purchases);
    return logGaps.isPresent()
        ? PurchaseSample.of(all, logGaps.getAsDouble())
        : PurchaseSample.of(all);
  }

  /** All customers, as a spend model is fitted to them. */
  SpendSample spendSample() {
    return SpendSample.of(each(this::spend));
  }

  private <T> Stream<T> each(IntFunction<T> view) {
    return IntStream.range(0, rows())
        .boxed()
        .mapMulti(
            (row, customers) -> {
              T one = view.apply(row);
              for (int i = 0; i < weight[row]; i++) {
                customers.accept(one);
              }
            });
  }

  /** Collects observations. */
  static final class Collector {
    private int size;
    private int[] frequency = new int[1 << 10];
    private double[] recency = new double[1 << 10];
    private double[] age = new double[1 << 10];
    private double[] meanSpend = new double[1 << 10];
    private int[] weight = new int[1 << 10];
    private int[] came = new int[1 << 10];
    private double[] cameSpend = new double[1 << 10];
    private double[] length = new double[1 << 10];

    /**
     * Adds customers.
     *
     * @param spent what one of them spent on repeat purchases
     * @param weight how many there are
     */
    void add(int frequency, double recency, double age, double spent, int weight) {
      if (size == this.frequency.length) {
        grow(size * 2);
      }
      this.frequency[size] = frequency;
      this.recency[size] = recency;
      this.age[size] = age;
      this.meanSpend[size] = frequency == 0 ? 0 : spent / frequency;
      this.weight[size] = weight;
      size++;
    }

    /** Adds what came of the customer who was added last. */
    void addSequel(int purchases, double spend, double length) {
      this.came[size - 1] = purchases;
      this.cameSpend[size - 1] = spend;
      this.length[size - 1] = length;
    }

    private void grow(int capacity) {
      frequency = Arrays.copyOf(frequency, capacity);
      recency = Arrays.copyOf(recency, capacity);
      age = Arrays.copyOf(age, capacity);
      meanSpend = Arrays.copyOf(meanSpend, capacity);
      weight = Arrays.copyOf(weight, capacity);
      came = Arrays.copyOf(came, capacity);
      cameSpend = Arrays.copyOf(cameSpend, capacity);
      length = Arrays.copyOf(length, capacity);
    }

    /**
     * All that was collected.
     *
     * @param logGaps Σ ln(time between two purchases of a customer), if it is known
     * @param withSequel whether there was a holdout
     */
    Observations observations(OptionalDouble logGaps, boolean withSequel) {
      return new Observations(
          this, logGaps, withSequel ? Optional.of(new Sequel(this)) : Optional.empty());
    }
  }
}
