package io.shelfwise.value.segment;

/**
 * A customer's scores among the store's buyers, from 1, the worst.
 *
 * @param recency how recently the customer bought
 * @param frequency how often
 * @param monetary for how much
 */
public record RfmScores(int recency, int frequency, int monetary) {
  public RfmScores {
    if (Math.min(recency, Math.min(frequency, monetary)) < 1) {
      throw new IllegalArgumentException(
          "scores: %d, %d, %d (expected: >= 1)".formatted(recency, frequency, monetary));
    }
  }
}
