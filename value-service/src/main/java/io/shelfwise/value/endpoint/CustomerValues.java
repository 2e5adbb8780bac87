package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.money;
import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.predict.Prediction;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.segment.StoreTerciles;
import io.shelfwise.value.segment.Tier;
import io.shelfwise.value.segment.TierStrategies;
import io.shelfwise.value.v1.CustomerValue;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What customers are worth, told as of the store's newest event.
 *
 * @param histories what the customers bought
 * @param terciles where the thirds of a store's buyers lie
 * @param strategies what marketing does with each
 * @param models what predicts
 * @param horizon how far ahead to look, unless asked otherwise
 */
public record CustomerValues(
    Histories histories,
    StoreTerciles terciles,
    TierStrategies strategies,
    StoreModels models,
    Horizon horizon) {
  private static final double LONGEST_HORIZON_DAYS = 3_650;
  private static final double MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);
  private static final double MICROS = 1e6;

  /**
   * A customer's value.
   *
   * @param horizonDays how far ahead to look; 0: as is usual
   * @throws ApiException NOT_FOUND if there was no event of the customer
   */
  CustomerValue get(String store, String customer, double horizonDays) {
    if (!(horizonDays >= 0 && horizonDays <= LONGEST_HORIZON_DAYS)) {
      throw ApiException.invalid("horizon_days", "be from 0 to 3650");
    }
    String name = "stores/" + store + "/customers/" + customer + "/value";
    StoreHistory in = histories.store(store).orElseThrow(() -> ApiException.notFound(name));
    CustomerHistory history = in.customer(customer).orElseThrow(() -> ApiException.notFound(name));
    StoreTotals totals = in.totals();
    Horizon asked = horizonDays == 0 ? horizon : horizon.of(horizonDays);
    CustomerValue.Builder value =
        CustomerValue.newBuilder()
            .setName(name)
            .setAsOfTime(timestamp(totals.asOfMillis()))
            .setHorizonDays(asked.days())
            .setDiscountRate(asked.discountRate());
    if (!totals.currency().isEmpty()) {
      value
          .setRevenue(money(totals.currency(), history.revenueMicros()))
          .setReturned(money(totals.currency(), history.returnedMicros()));
    }
    if (history.hasBought()) {
      addPast(value, history, totals);
      addTier(value, terciles.of(in).tier(history.netMicros()));
    }
    Optional<ValueModels> inForce = models.of(store);
    if (inForce.isPresent()) {
      Prediction.of(history, totals.asOfDay(), asked, inForce.get())
          .ifPresent(prediction -> addPrediction(value, prediction, totals.currency()));
    } else {
      value.setPredictionUnavailableReason(models.reasonForNone(store));
    }
    return value.build();
  }

  private static void addPast(
      CustomerValue.Builder value, CustomerHistory history, StoreTotals totals) {
    double storeMicros = totals.revenueMicros().doubleValue();
    value
        .setOrderCount(history.orders())
        .setAverageOrderValue(
            money(
                totals.currency(), Math.round((double) history.revenueMicros() / history.orders())))
        .setContributionRate(storeMicros == 0 ? 0 : history.revenueMicros() / storeMicros)
        .setRecencyDays((totals.asOfMillis() - history.lastOrderMillis()) / MILLIS_PER_DAY)
        .setTenureDays((totals.asOfMillis() - history.firstOrderMillis()) / MILLIS_PER_DAY);
  }

  private void addTier(CustomerValue.Builder value, Tier tier) {
    value
        .setTier(
            switch (tier) {
              case LOW -> io.shelfwise.value.v1.Tier.TIER_LOW;
              case MEDIUM -> io.shelfwise.value.v1.Tier.TIER_MEDIUM;
              case HIGH -> io.shelfwise.value.v1.Tier.TIER_HIGH;
            })
        .setStrategy(strategies.of(tier));
  }

  private static void addPrediction(
      CustomerValue.Builder value, Prediction prediction, String currency) {
    value
        .setActiveProbability(prediction.activeProbability())
        .setExpectedPurchases(prediction.expectedPurchases())
        .setExpectedPurchaseValue(
            money(currency, Math.round(prediction.expectedPurchaseValue() * MICROS)))
        .setLifetimeValue(money(currency, Math.round(prediction.lifetimeValue() * MICROS)));
  }
}
