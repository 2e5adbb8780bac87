package io.shelfwise.value.risk;

/**
 * Something about a customer that is out of the ordinary and worth a look.
 *
 * @param measure what
 * @param method compared with what
 * @param value the customer's number
 * @param threshold the number from which on it is out of the ordinary
 * @param severity how many times as far out as that, at least 1
 * @param reason all of it in a sentence
 */
public record Anomaly(
    Measure measure,
    Method method,
    double value,
    double threshold,
    double severity,
    String reason) {
  public Anomaly {
    if (!(severity >= 1 && severity < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("severity: " + severity + " (expected: >= 1 and finite)");
    }
  }
}
