package io.shelfwise.value.segment;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a store's buyers are measured by: made of all of them, and used on one at a time. Found anew
 * by {@link io.shelfwise.value.history.Overviews}.
 *
 * @param terciles where the thirds lie
 * @param rfm recency, frequency and monetary scores
 * @param marks what counts as much, for loyalty
 */
public record Scales(Terciles terciles, Rfm rfm, LoyaltyMarks marks) {
  /**
   * The scales of a store that has a buyer.
   *
   * @param table how finely buyers are scored
   */
  public static Scales of(StoreHistory store, RfmTable table) {
    List<CustomerHistory> buyers =
        store.customers().stream().filter(CustomerHistory::hasBought).toList();
    long[] days = sorted(buyers, Rfm::recency);
    long[] orders = sorted(buyers, Rfm::frequency);
    long[] spent = sorted(buyers, Rfm::monetary);
    return new Scales(
        Terciles.of(spent),
        Rfm.of(days, orders, spent, table),
        LoyaltyMarks.of(buyers, store.totals().asOfMillis()));
  }

  private static long[] sorted(
      List<CustomerHistory> buyers, ToLongFunction<CustomerHistory> measure) {
    return buyers.stream().mapToLong(measure).sorted().toArray();
  }

  /** The tier of a buyer. */
  public Tier tier(CustomerHistory buyer) {
    return terciles.tier(buyer.netMicros());
  }
}
