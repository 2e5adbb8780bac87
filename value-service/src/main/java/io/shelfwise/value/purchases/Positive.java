package io.shelfwise.value.purchases;

/** The rule that shapes and rates keep to. */
final class Positive {
  private Positive() {}

  static void check(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: more than 0 and finite)");
    }
  }
}
