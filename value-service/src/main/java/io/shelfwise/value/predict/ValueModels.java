package io.shelfwise.value.predict;

import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.regress.SpendRegressor;
import io.shelfwise.value.spend.GammaGammaModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a store, and what they were made of.
 *
 * @param fitted all purchase models that could be fitted, time in days
 * @param purchases the one in force: what customers will buy
 * @param lifecycle the one that tells who is still there
 * @param spend the spend model
 * @param regressor the regression on customers' features in force; empty if purchase and spend
 *     model together do better
 * @param judgements how each did on days that it had not seen; empty when the store is too young to
 *     tell
 * @param refusals why other models could not be fitted, by their names
 * @param provenance what went in
 */
public record ValueModels(
    List<PurchaseModel> fitted,
    PurchaseModel purchases,
    PurchaseModel lifecycle,
    GammaGammaModel spend,
    Optional<SpendRegressor> regressor,
    Optional<Judgements> judgements,
    Map<String, String> refusals,
    Provenance provenance) {
  public ValueModels {
    fitted = List.copyOf(fitted);
    refusals = Map.copyOf(refusals);
  }

  /** The name of the value model in force. */
  public String valueModel() {
    return regressor.map(SpendRegressor::name).orElseGet(() -> valueModelOf(purchases));
  }

  /** The name of the value model that a purchase model makes together with the spend model. */
  public static String valueModelOf(PurchaseModel purchases) {
    return purchases.kind().label() + "+gamma-gamma";
  }
}
