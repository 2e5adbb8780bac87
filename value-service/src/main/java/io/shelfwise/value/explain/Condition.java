package io.shelfwise.value.explain;

import io.shelfwise.value.features.Feature;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A feature within bounds, of which there is at least one.
 *
 * @param feature the feature
 * @param atLeast the least value
 * @param lessThan the value that it must stay below
 */
public record Condition(Feature feature, OptionalDouble atLeast, OptionalDouble lessThan) {
  public Condition {
    if (atLeast.isEmpty() && lessThan.isEmpty()) {
      throw new IllegalArgumentException("bounds of " + feature.name() + ": none (expected: one)");
    }
  }

  boolean holds(double value) {
    return value >= atLeast.orElse(Double.NEGATIVE_INFINITY)
        && value < lessThan.orElse(Double.POSITIVE_INFINITY);
  }

  Condition andAtLeast(double bound) {
    return new Condition(
        feature, OptionalDouble.of(Math.max(bound, atLeast.orElse(bound))), lessThan);
  }

  Condition andLessThan(double bound) {
    return new Condition(
        feature, atLeast, OptionalDouble.of(Math.min(bound, lessThan.orElse(bound))));
  }

  /** The condition in words, such as {@code orders at least 4 and less than 9}. */
  public String text() {
    List<String> bounds = new ArrayList<>();
    atLeast.ifPresent(bound -> bounds.add("at least " + number(bound)));
    lessThan.ifPresent(bound -> bounds.add("less than " + number(bound)));
    return feature.words() + " " + String.join(" and ", bounds);
  }

  private static String number(double number) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}
