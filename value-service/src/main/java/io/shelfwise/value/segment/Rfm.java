package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;

/**
 * Recency, frequency and monetary value of a store's buyers, scored.
 *
 * <p>Recency is the day of the latest order, frequency the number of orders, monetary value revenue
 * less returns.
 */
public final class Rfm {
  private final RfmTable table;
  private final ScoreScale recency;
  private final ScoreScale frequency;
  private final ScoreScale monetary;

  private Rfm(RfmTable table, ScoreScale recency, ScoreScale frequency, ScoreScale monetary) {
    this.table = table;
    this.recency = recency;
    this.frequency = frequency;
    this.monetary = monetary;
  }

  /**
   * The scores of a store's buyers, at least one.
   *
   * @param days their {@link #recency}, in order
   * @param orders their {@link #frequency}, in order
   * @param spent their {@link #monetary}, in order
   */
  static Rfm of(long[] days, long[] orders, long[] spent, RfmTable table) {
    return new Rfm(
        table,
        ScoreScale.of(days, table.bins()),
        ScoreScale.of(orders, table.bins()),
        ScoreScale.of(spent, table.bins()));
  }

  static long recency(CustomerHistory buyer) {
    return CustomerHistory.dayOf(buyer.lastOrderMillis());
  }

  static long frequency(CustomerHistory buyer) {
    return buyer.orders();
  }

  static long monetary(CustomerHistory buyer) {
    return buyer.netMicros();
  }

  /** A buyer's scores. */
  public RfmScores scores(CustomerHistory buyer) {
    return new RfmScores(
        recency.score(recency(buyer)),
        frequency.score(frequency(buyer)),
        monetary.score(monetary(buyer)));
  }

  /** The segment that these scores make. */
  public RfmSegment segment(RfmScores scores) {
    return table.segment(scores);
  }
}
