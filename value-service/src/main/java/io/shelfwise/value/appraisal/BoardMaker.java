package io.shelfwise.value.appraisal;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.lifecycle.Lifecycle;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.predict.LearnedSpend;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.segment.Scales;
import io.shelfwise.value.spend.RepeatSpend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Makes a store's board.
 *
 * <p>Stage and expected purchases follow from when a customer bought, and there are far fewer such
 * histories than customers: each is asked for once.
 */
final class BoardMaker {
  private final StoreHistory store;
  private final Appraiser appraiser;
  private final Scales scales;
  private final Lifecycle lifecycle;
  private final Optional<ValueModels> models;
  private final Optional<LearnedSpend> learned;
  private final int asOfDay;
  private final ToDoubleFunction<RepeatPurchases> purchases;
  private final ToDoubleFunction<RepeatPurchases> discounted;
  private final ToDoubleFunction<RepeatPurchases> inLearnedTime;
  private final Map<RepeatPurchases, Prospect> prospects = new HashMap<>();
  private final Map<Membership, Membership> memberships = new HashMap<>();

  /** What all customers with the same purchase days have in common. */
  private record Prospect(
      Stage stage, double active, double purchases, double discounted, double inLearnedTime) {}

  /**
   * A maker.
   *
   * @param models the models in force, if there are any
   * @param learned the regression in force, if there is one
   */
  BoardMaker(
      StoreHistory store,
      Appraiser appraiser,
      Optional<ValueModels> models,
      Optional<LearnedSpend> learned) {
    this.store = store;
    this.appraiser = appraiser;
    this.models = models;
    this.learned = learned;
    scales = appraiser.scales(store);
    lifecycle = appraiser.lifecycle(store);
    asOfDay = store.totals().asOfDay();
    Horizon horizon = appraiser.rules().horizon();
    purchases = forecast(horizon.days(), 0);
    discounted = forecast(horizon.days(), horizon.discountPerDay());
    inLearnedTime = learned.map(spend -> forecast(spend.days(), 0)).orElse(_ -> 0);
  }

  private ToDoubleFunction<RepeatPurchases> forecast(double days, double discountPerDay) {
    return models.map(inForce -> inForce.purchases().forecast(days, discountPerDay)).orElse(_ -> 0);
  }

  Board make() {
    List<Row> rows = new ArrayList<>();
    store.forEach(
        (customer, history) ->
            RepeatPurchases.of(history, asOfDay)
                .ifPresent(seen -> rows.add(row(customer, history, seen))));
    return new Board(rows, store.totals());
  }

  private Row row(String customer, CustomerHistory history, RepeatPurchases seen) {
    Prospect prospect = prospects.computeIfAbsent(seen, _ -> prospect(history, seen));
    Membership membership = appraiser.membership(store, history, scales, prospect.stage());
    return new Row(
        customer,
        memberships.computeIfAbsent(membership, same -> same),
        history.orders(),
        history.revenueMicros(),
        history.returnedMicros(),
        history.lastOrderMillis(),
        models.map(inForce -> outlook(history, prospect, inForce)).orElse(Row.Outlook.NONE));
  }

  private Prospect prospect(CustomerHistory history, RepeatPurchases seen) {
    return new Prospect(
        lifecycle.stage(history, asOfDay),
        models.map(inForce -> inForce.lifecycle().activeProbability(seen)).orElse(0.0),
        purchases.applyAsDouble(seen),
        discounted.applyAsDouble(seen),
        inLearnedTime.applyAsDouble(seen));
  }

  private Row.Outlook outlook(CustomerHistory history, Prospect prospect, ValueModels inForce) {
    double value = inForce.spend().expectedValue(RepeatSpend.of(history, asOfDay));
    double modelled = value * prospect.discounted();
    return new Row.Outlook(
        prospect.active(),
        prospect.purchases(),
        learned
            .map(
                spend ->
                    spend.setRight(history, asOfDay, value * prospect.inLearnedTime(), modelled))
            .orElse(modelled));
  }
}
