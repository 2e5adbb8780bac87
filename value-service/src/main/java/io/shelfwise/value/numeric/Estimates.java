package io.shelfwise.value.numeric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Parameters that were estimated, and how sure they are.
 *
 * <p>Not every parameter need be determined by the data: one that ran to the border of what was
 * searched has a value, the border's, and no error. Such a parameter is told by {@link
 * #isDetermined}; it has neither variance nor covariance, and no number stands in for them.
 */
public final class Estimates {
  private final List<String> names;
  private final double[] values;
  private final boolean[] determined;
  private final double[][] covariance;

  /**
   * Estimates.
   *
   * @param names the parameters, each once
   * @param values their values, all finite
   * @param determined which of them the data determine
   * @param covariance their covariances; what it says of parameters that are not determined is
   *     dropped
   */
  public Estimates(
      List<String> names, double[] values, boolean[] determined, double[][] covariance) {
    int n = names.size();
    if (names.stream().distinct().count() != n) {
      throw new IllegalArgumentException("names: " + names + " (expected: each once)");
    }
    if (values.length != n || determined.length != n || covariance.length != n) {
      throw new IllegalArgumentException(
          "values, determined, covariance: %d, %d, %d (expected: %d each)"
              .formatted(values.length, determined.length, covariance.length, n));
    }
    this.names = List.copyOf(names);
    this.values = values.clone();
    this.determined = determined.clone();
    this.covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      requireFinite(names.get(i), values[i]);
      for (int j = 0; j < n; j++) {
        if (determined[i] && determined[j]) {
          requireFinite("covariance of " + names.get(i), covariance[i][j]);
          this.covariance[i][j] = covariance[i][j];
        }
      }
    }
  }

  /** Parameters that were not estimated but are known: none has an error. */
  public static Estimates known(List<String> names, double... values) {
    int n = names.size();
    return new Estimates(names, values, new boolean[n], new double[n][n]);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: finite)");
    }
  }

  /** The parameters' names, in order. */
  public List<String> names() {
    return names;
  }

  /** How many parameters there are. */
  public int size() {
    return values.length;
  }

  /** The value of the parameter at a place. */
  public double value(int i) {
    return values[i];
  }

  /** The value of a parameter. */
  public double value(String name) {
    return values[place(name)];
  }

  /** The values in order. */
  public double[] toArray() {
    return values.clone();
  }

  /** The values by name, in order. */
  public Map<String, Double> values() {
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      byName.put(names.get(i), values[i]);
    }
    return byName;
  }

  /** Whether the data determine the parameter at a place. */
  public boolean isDetermined(int i) {
    return determined[i];
  }

  /** The covariance of two parameters; empty unless both are determined. */
  public OptionalDouble covariance(int i, int j) {
    return determined[i] && determined[j]
        ? OptionalDouble.of(covariance[i][j])
        : OptionalDouble.empty();
  }

  /** The standard error of the parameter at a place; empty unless it is determined. */
  public OptionalDouble standardError(int i) {
    return determined[i] ? OptionalDouble.of(Math.sqrt(covariance[i][i])) : OptionalDouble.empty();
  }

  /** The standard errors by name, in order, of those parameters that are determined. */
  public Map<String, Double> standardErrors() {
    Map<String, Double> byName = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String name = names.get(i);
      standardError(i).ifPresent(error -> byName.put(name, error));
    }
    return byName;
  }

  /** The correlation of two parameters, −1 to 1; empty unless both are determined. */
  public OptionalDouble correlation(int i, int j) {
    return determined[i] && determined[j]
        ? OptionalDouble.of(covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]))
        : OptionalDouble.empty();
  }

  private int place(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("name: " + name + " (expected: one of " + names + ")");
    }
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Estimates that
        && names.equals(that.names)
        && Arrays.equals(values, that.values)
        && Arrays.equals(determined, that.determined)
        && Arrays.deepEquals(covariance, that.covariance);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values() + " ± " + standardErrors();
  }
}
