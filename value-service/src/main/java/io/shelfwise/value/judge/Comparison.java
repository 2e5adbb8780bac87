package io.shelfwise.value.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * What was expected of each customer in a holdout, and what came: purchases, or money.
 *
 * <p>Nothing here depends on the order of the customers, nor on how those with equal forecasts are
 * ordered.
 */
public final class Comparison {
  private static final int DECILES = 10;

  private final int[] frequency;
  private final double[] actual;
  private final double[] expected;

  private Comparison(int[] frequency, double[] actual, double[] expected) {
    this.frequency = frequency;
    this.actual = actual;
    this.expected = expected;
  }

  /**
   * Compares.
   *
   * @param frequency each customer's repeat purchases before the holdout, at least 0
   * @param actual what came of each customer in the holdout, at least 0
   * @param expected what was expected of each, at least 0
   */
  public static Comparison of(int[] frequency, double[] actual, double[] expected) {
    int customers = frequency.length;
    if (customers == 0 || actual.length != customers || expected.length != customers) {
      throw new IllegalArgumentException(
          "frequency, actual, expected: %d, %d and %d customers (expected: the same, at least 1)"
              .formatted(customers, actual.length, expected.length));
    }
    for (int i = 0; i < customers; i++) {
      if (frequency[i] < 0) {
        throw new IllegalArgumentException("frequency: " + frequency[i] + " (expected: >= 0)");
      }
      requireAmount("actual", actual[i]);
      requireAmount("expected", expected[i]);
    }
    return new Comparison(frequency.clone(), actual.clone(), expected.clone());
  }

  private static void requireAmount(String name, double amount) {
    if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": " + amount + " (expected: >= 0 and finite)");
    }
  }

  /** The errors, in a few figures. */
  public Accuracy accuracy() {
    return Accuracy.of(actual, expected);
  }

  /** The customers in ten groups of equal size, those of whom most was expected first. */
  public List<Decile> deciles() {
    return Decile.of(Ranking.of(expected, actual), DECILES);
  }

  /**
   * The customers by their repeat purchases before the holdout: 0, 1, 2 and so on.
   *
   * @param last the group into which all fall who had at least so many
   */
  public List<FrequencyGroup> byFrequency(int last) {
    long[] customers = new long[last + 1];
    double[] came = new double[last + 1];
    double[] wasExpected = new double[last + 1];
    for (int i = 0; i < frequency.length; i++) {
      int group = Math.min(frequency[i], last);
      customers[group]++;
      came[group] += actual[i];
      wasExpected[group] += expected[i];
    }
    List<FrequencyGroup> groups = new ArrayList<>();
    for (int group = 0; group <= last; group++) {
      if (customers[group] > 0) {
        groups.add(
            new FrequencyGroup(
                group,
                customers[group],
                came[group] / customers[group],
                wasExpected[group] / customers[group]));
      }
    }
    return groups;
  }
}
