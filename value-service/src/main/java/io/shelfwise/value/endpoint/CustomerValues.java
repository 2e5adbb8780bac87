package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.money;
import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.rpc.ApiException;
import io.shelfwise.value.appraisal.Appraisal;
import io.shelfwise.value.appraisal.Appraiser;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.history.ValueToday;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.predict.Prediction;
import io.shelfwise.value.predict.StoreModels;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.v1.CountInterval;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.MoneyInterval;
import java.util.Optional;

/**
 * What customers are worth, told as of the store's newest event.
 *
 * @param histories what the customers bought
 * @param appraiser what the rules make of it
 * @param models what predicts
 * @param segments the clusters that were found
 */
public record CustomerValues(
    Histories histories, Appraiser appraiser, StoreModels models, Segments segments) {
  private static final double LONGEST_HORIZON_DAYS = 3_650;
  private static final double MICROS = 1e6;

  /**
   * A customer's value.
   *
   * @param horizon how far ahead to look
   * @throws ApiException NOT_FOUND if there was no event of the customer
   */
  CustomerValue get(String store, String customer, Horizon horizon, CustomerValueView view) {
    String name = "stores/" + store + "/customers/" + customer + "/value";
    StoreHistory in = histories.store(store).orElseThrow(() -> ApiException.notFound(name));
    CustomerHistory history = in.customer(customer).orElseThrow(() -> ApiException.notFound(name));
    StoreTotals totals = in.totals();
    CustomerValue.Builder value =
        CustomerValue.newBuilder()
            .setName(name)
            .setAsOfTime(timestamp(totals.asOfMillis()))
            .setReturnCount(history.returns());
    if (!totals.currency().isEmpty()) {
      value
          .setRevenue(money(totals.currency(), history.revenueMicros()))
          .setReturned(money(totals.currency(), history.returnedMicros()));
    }
    if (history.hasBought()) {
      Appraisal appraisal = appraiser.appraise(in, history);
      ValueToday today = ValueToday.of(history, totals);
      addPast(value, history, today, totals.currency());
      value.setLoyaltyIndex(today.loyaltyIndex(appraisal.loyalty().score()) / MICROS);
      AppraisalMessages.add(value, appraisal, appraiser.rules(), view);
      value.addAllSegments(segments.clustersOf(store, customer));
    } else {
      value.setLifecycle(AppraisalMessages.visitor());
    }
    addPrediction(value, in, history, horizon, view);
    return value.build();
  }

  /**
   * How far ahead to look.
   *
   * @param days as asked; 0: as is usual
   * @throws ApiException INVALID_ARGUMENT
   */
  Horizon horizon(double days) {
    if (!(days >= 0 && days <= LONGEST_HORIZON_DAYS)) {
      throw ApiException.invalid("horizon_days", "be from 0 to 3650");
    }
    Horizon usual = appraiser.rules().horizon();
    return days == 0 ? usual : usual.of(days);
  }

  private static void addPast(
      CustomerValue.Builder value, CustomerHistory history, ValueToday today, String currency) {
    value
        .setOrderCount(history.orders())
        .setQuantity(history.pieces())
        .setAverageOrderValue(money(currency, Math.round(today.averageOrderMicros())))
        .setContributionRate(today.contributionRate())
        .setRecencyDays(today.recencyDays())
        .setTenureDays(today.tenureDays())
        .setPurchaseFrequency(today.purchaseFrequency())
        .setFrequencyIndex(today.frequencyIndex() / MICROS);
  }

  private void addPrediction(
      CustomerValue.Builder value,
      StoreHistory store,
      CustomerHistory history,
      Horizon horizon,
      CustomerValueView view) {
    boolean isBrief = view == CustomerValueView.CUSTOMER_VALUE_VIEW_BASIC;
    if (!isBrief) {
      value.setHorizonDays(horizon.days()).setDiscountRate(horizon.discountRate());
    }
    Optional<ValueModels> inForce = models.of(store.store());
    if (inForce.isEmpty()) {
      value.setPredictionUnavailableReason(models.reasonForNone(store.store()));
      return;
    }
    int today = store.totals().asOfDay();
    if (isBrief) {
      Prediction.activeProbability(history, today, inForce.get())
          .ifPresent(value::setActiveProbability);
      return;
    }
    Prediction.of(history, today, horizon, inForce.get(), models.learned(store))
        .ifPresent(prediction -> add(value, prediction, store.totals().currency()));
  }

  private static void add(CustomerValue.Builder value, Prediction prediction, String currency) {
    value
        .setActiveProbability(prediction.activeProbability())
        .setNoPurchaseProbability(prediction.noPurchaseProbability())
        .setExpectedPurchases(prediction.expectedPurchases())
        .setPurchaseInterval(
            CountInterval.newBuilder()
                .setLeast(prediction.purchaseInterval().least())
                .setMost(prediction.purchaseInterval().most()))
        .setExpectedPurchaseValue(amount(currency, prediction.expectedPurchaseValue()))
        .setLifetimeValue(amount(currency, prediction.lifetimeValue()));
    prediction
        .lifetimeValueInterval()
        .ifPresent(
            interval ->
                value.setLifetimeValueInterval(
                    MoneyInterval.newBuilder()
                        .setLeast(amount(currency, interval.low()))
                        .setMost(amount(currency, interval.high()))));
    prediction
        .endlessValue()
        .ifPresent(endless -> value.setEndlessValue(amount(currency, endless)));
  }

  private static com.google.type.Money amount(String currency, double units) {
    return money(currency, Math.round(units * MICROS));
  }
}
