package io.shelfwise.recommend.evaluate;

/**
 * A measure of the first k products, written {@code ndcg@10}.
 *
 * @param measure which
 * @param k how many products are looked at
 */
public record MeasureAt(Measure measure, int k) {
  /** How long a list can be looked at. */
  public static final int LONGEST = 1000;

  public MeasureAt {
    if (k < 1 || k > LONGEST) {
      throw new IllegalArgumentException("k: " + k + " (expected: 1 to " + LONGEST + ")");
    }
  }

  /** What a text says. */
  public static MeasureAt of(String text) {
    int at = text.indexOf('@');
    if (at < 0 || !text.substring(at + 1).matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "measure: " + text + " (expected: a name, @ and a number, such as ndcg@10)");
    }
    return new MeasureAt(
        Measure.named(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
  }

  @Override
  public String toString() {
    return measure.text() + "@" + k;
  }
}
