package io.shelfwise.value.history;

import java.math.BigInteger;

/**
 * A store's sums.
 *
 * @param asOfMillis the time of the newest event, which is "now" in this store: its data may lie in
 *     the past
 * @param currency the currency of the first order or return; empty before it
 * @param buyers customers who placed an order
 * @param orders orders placed
 * @param revenueMicros value of all orders in millionths, of any size
 * @param returnedMicros value of all returns in millionths, of any size
 * @param changes how many events were applied; it tells whether something changed
 */
public record StoreTotals(
    long asOfMillis,
    String currency,
    long buyers,
    long orders,
    BigInteger revenueMicros,
    BigInteger returnedMicros,
    long changes) {
  /** Of a store of which nothing is known. */
  public static final StoreTotals NONE =
      new StoreTotals(Long.MIN_VALUE, "", 0, 0, BigInteger.ZERO, BigInteger.ZERO, 0);

  /** The last day that is counted, as {@link CustomerHistory#dayOf}. */
  public int asOfDay() {
    return CustomerHistory.dayOf(asOfMillis);
  }

  StoreTotals withEvent(long timeMillis) {
    return new StoreTotals(
        Math.max(asOfMillis, timeMillis),
        currency,
        buyers,
        orders,
        revenueMicros,
        returnedMicros,
        changes + 1);
  }

  StoreTotals withCurrency(String ofEvent) {
    return new StoreTotals(
        asOfMillis, ofEvent, buyers, orders, revenueMicros, returnedMicros, changes);
  }

  StoreTotals withOrder(long micros, boolean ofNewBuyer) {
    return new StoreTotals(
        asOfMillis,
        currency,
        ofNewBuyer ? buyers + 1 : buyers,
        orders + 1,
        revenueMicros.add(BigInteger.valueOf(micros)),
        returnedMicros,
        changes);
  }

  StoreTotals withReturn(long micros) {
    return new StoreTotals(
        asOfMillis,
        currency,
        buyers,
        orders,
        revenueMicros,
        returnedMicros.add(BigInteger.valueOf(micros)),
        changes);
  }

  /** Without what a customer added, who was erased. What time it is in the store stays. */
  StoreTotals without(CustomerHistory customer) {
    return new StoreTotals(
        asOfMillis,
        currency,
        customer.hasBought() ? buyers - 1 : buyers,
        orders - customer.orders(),
        revenueMicros.subtract(BigInteger.valueOf(customer.revenueMicros())),
        returnedMicros.subtract(BigInteger.valueOf(customer.returnedMicros())),
        changes + 1);
  }
}
