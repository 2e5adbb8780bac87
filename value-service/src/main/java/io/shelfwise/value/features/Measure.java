package io.shelfwise.value.features;

import io.shelfwise.value.history.Act;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A feature that every store has, and how it is read off a customer.
 *
 * @param feature the feature
 * @param reader reads it
 */
record Measure(Feature feature, ToDoubleFunction<AsOf> reader) {
  static final List<Measure> ALL =
      List.of(
          of("recency-days", "days since the last order", AsOf::recency),
          of("tenure-days", "days since the first order", AsOf::tenure),
          of("orders", "orders", AsOf::orders),
          of("orders-90-days", "orders in the last 90 days", asOf -> asOf.orders(90)),
          of("orders-365-days", "orders in the last 365 days", asOf -> asOf.orders(365)),
          of("purchase-days", "days with an order", AsOf::purchaseDays),
          of("spend", "spend", AsOf::spend),
          of("spend-90-days", "spend in the last 90 days", asOf -> asOf.spend(90)),
          of("spend-365-days", "spend in the last 365 days", asOf -> asOf.spend(365)),
          of("spend-trend", "trend of spend", AsOf::spendTrend),
          of("average-order", "value of an order", AsOf::averageOrder),
          of("mean-interval-days", "days between orders", AsOf::meanInterval),
          of("interval-spread-days", "spread of the days between orders", AsOf::intervalSpread),
          of("returned-share", "share of spend returned", AsOf::returnedShare),
          of("distinct-products", "different products bought", AsOf::distinctProducts),
          of("days-since-seen", "days since the last visit", AsOf::daysSinceSeen),
          of("views-30-days", "products viewed in the last 30 days", counting(Act.VIEWS, 30)),
          of("views-90-days", "products viewed in the last 90 days", counting(Act.VIEWS, 90)),
          of(
              "cart-additions-90-days",
              "products put into the cart in the last 90 days",
              counting(Act.CART_ADDITIONS, 90)),
          of(
              "cart-removals-90-days",
              "products taken out of the cart in the last 90 days",
              counting(Act.CART_REMOVALS, 90)),
          of("searches-90-days", "searches in the last 90 days", counting(Act.SEARCHES, 90)),
          of("ratings", "ratings given", AsOf::ratings),
          of("mean-stars", "mean stars given", AsOf::meanStars));

  private static Measure of(String name, String words, ToDoubleFunction<AsOf> reader) {
    return new Measure(new Feature(name, words), reader);
  }

  private static ToDoubleFunction<AsOf> counting(Act act, int days) {
    return asOf -> asOf.count(act, days);
  }

  double of(AsOf customer) {
    return reader.applyAsDouble(customer);
  }
}
