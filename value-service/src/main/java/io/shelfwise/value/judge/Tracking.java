package io.shelfwise.value.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The purchases of all customers together, period by period, beside those that a model expects of
 * customers of whom it knows nothing but when they first bought.
 *
 * <p>Time begins with the first customer's first purchase. A model that was fitted to the first
 * periods shows in the later ones whether it holds.
 *
 * @param periods the periods, in order
 */
public record Tracking(List<Period> periods) {
  /**
   * A period.
   *
   * @param end when it ends
   * @param actual repeat purchases in it
   * @param expected repeat purchases that the model expects in it
   * @param actualSoFar repeat purchases until its end
   * @param expectedSoFar repeat purchases that the model expects until its end
   */
  public record Period(
      double end, double actual, double expected, double actualSoFar, double expectedSoFar) {}

  public Tracking {
    periods = List.copyOf(periods);
  }

  /**
   * Follows customers through periods of equal length.
   *
   * @param starts when each customer first bought; times by the day or so, for each time that
   *     differs is reckoned for itself
   * @param purchases when repeat purchases were made, in any order
   * @param length the length of a period
   * @param count how many periods to follow; what was bought later is left out
   * @param expectation the repeat purchases that are expected of a customer within a time from the
   *     first purchase on
   */
  public static Tracking of(
      double[] starts,
      double[] purchases,
      double length,
      int count,
      DoubleUnaryOperator expectation) {
    double[] actual = new double[count];
    for (double purchase : purchases) {
      int period = (int) (purchase / length);
      if (period < count) {
        actual[period]++;
      }
    }
    double[] sorted = Arrays.stream(starts).sorted().toArray();
    Map<Double, Double> expectations = new HashMap<>();
    List<Period> periods = new ArrayList<>();
    double actualSoFar = 0;
    double before = 0;
    for (int period = 0; period < count; period++) {
      double end = (period + 1) * length;
      double expectedSoFar = expectedUntil(end, sorted, expectations, expectation);
      actualSoFar += actual[period];
      periods.add(
          new Period(end, actual[period], expectedSoFar - before, actualSoFar, expectedSoFar));
      before = expectedSoFar;
    }
    return new Tracking(periods);
  }

  /** Customers of one age are expected to have bought alike, and are reckoned together. */
  private static double expectedUntil(
      double end,
      double[] sortedStarts,
      Map<Double, Double> expectations,
      DoubleUnaryOperator expectation) {
    double sum = 0;
    int i = 0;
    while (i < sortedStarts.length && sortedStarts[i] < end) {
      int first = i;
      while (i < sortedStarts.length && sortedStarts[i] == sortedStarts[first]) {
        i++;
      }
      sum +=
          (i - first)
              * expectations.computeIfAbsent(
                  end - sortedStarts[first], age -> expectation.applyAsDouble(age));
    }
    return sum;
  }

  /**
   * Root mean squared error of the periods' purchases.
   *
   * @param first the first period that counts, from 0
   */
  public double rmseFrom(int first) {
    return Math.sqrt(
        periods.stream()
            .skip(first)
            .mapToDouble(period -> Math.pow(period.expected() - period.actual(), 2))
            .average()
            .orElseThrow());
  }

  /**
   * Mean absolute error of the purchases so far as a part of them; empty when nothing came.
   *
   * @param first the first period that counts, from 0
   */
  public OptionalDouble mapeSoFarFrom(int first) {
    return periods.stream()
        .skip(first)
        .filter(period -> period.actualSoFar() > 0)
        .mapToDouble(period -> Math.abs(period.expectedSoFar() / period.actualSoFar() - 1))
        .average();
  }
}
