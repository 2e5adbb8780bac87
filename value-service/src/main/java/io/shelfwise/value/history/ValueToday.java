package io.shelfwise.value.history;

import java.util.concurrent.TimeUnit;

/**
 * What a customer who bought is worth so far, as of the store's newest event.
 *
 * <p>Times are in days, rates by {@value #PERIOD_DAYS} days of tenure. A customer of fewer days is
 * taken for one of that many: who came yesterday and bought once bought once in the period, not
 * thirty times.
 *
 * @param recencyDays from the latest order to now
 * @param tenureDays from the first order to now
 * @param averageOrderMicros revenue ÷ orders, in millionths
 * @param purchaseFrequency orders in a period
 * @param contributionRate the customer's revenue ÷ the store's; 0 in a store that took nothing in
 * @param frequencyIndex average order value × orders ÷ lifetime, in millionths: what the customer
 *     brings in a period
 */
public record ValueToday(
    double recencyDays,
    double tenureDays,
    double averageOrderMicros,
    double purchaseFrequency,
    double contributionRate,
    double frequencyIndex) {
  /** What rates are by, in days. */
  public static final int PERIOD_DAYS = 30;

  private static final double MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);

  /** The value of a customer who bought. */
  public static ValueToday of(CustomerHistory customer, StoreTotals store) {
    double tenure = (store.asOfMillis() - customer.firstOrderMillis()) / MILLIS_PER_DAY;
    double storeMicros = store.revenueMicros().doubleValue();
    return new ValueToday(
        (store.asOfMillis() - customer.lastOrderMillis()) / MILLIS_PER_DAY,
        tenure,
        (double) customer.revenueMicros() / customer.orders(),
        perPeriod(customer.orders(), tenure),
        storeMicros == 0 ? 0 : customer.revenueMicros() / storeMicros,
        perPeriod((double) customer.revenueMicros(), tenure));
  }

  /** So much in so many days, by the period. */
  public static double perPeriod(double amount, double tenureDays) {
    return amount * PERIOD_DAYS / Math.max(tenureDays, PERIOD_DAYS);
  }

  /**
   * Average order value × purchase frequency × loyalty, in millionths: what the customer brings in
   * a period, by how far one may count on it.
   *
   * @param loyalty the loyalty score, 0 to 1
   */
  public double loyaltyIndex(double loyalty) {
    return averageOrderMicros * purchaseFrequency * loyalty;
  }
}
