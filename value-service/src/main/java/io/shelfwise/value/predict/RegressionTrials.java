package io.shelfwise.value.predict;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.regress.SpendRegression;
import io.shelfwise.value.regress.SpendRegressor;
import io.shelfwise.value.regress.SpendTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The regressions that compete with purchase and spend model for a store's value.
 *
 * @param kinds which ones
 * @param facts what the catalogue of a store says of its products
 */
public record RegressionTrials(List<SpendRegression> kinds, Function<String, ProductFacts> facts) {
  /** Without any. */
  public static final RegressionTrials NONE =
      new RegressionTrials(List.of(), _ -> ProductFacts.UNKNOWN);

  /** Which customers are learned from in a large store; the same ones each time. */
  private static final long SEED = 1;

  public RegressionTrials {
    kinds = List.copyOf(kinds);
  }

  /** Whether there is one of that name. */
  boolean has(String name) {
    return kinds.stream().anyMatch(kind -> kind.name().equals(name));
  }

  /**
   * Each held against the spend of the last days.
   *
   * @param refusals takes why one cannot be, by its name
   */
  List<Judgement> judge(StoreHistory store, int asOfDay, int days, Map<String, String> refusals) {
    List<Judgement> judgements = new ArrayList<>();
    for (SpendRegression kind : kinds) {
      try {
        judgements.add(Judgement.of(kind.name(), trial(store, asOfDay, days).judge(kind)));
      } catch (UnfitException e) {
        refusals.put(kind.name(), e.reason());
      }
    }
    return judgements;
  }

  /**
   * One that has learned from all there is.
   *
   * @throws UnfitException if it cannot be
   */
  SpendRegressor fit(String name, StoreHistory store, int asOfDay, int days) {
    SpendRegression kind =
        kinds.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return trial(store, asOfDay, days).fit(kind);
  }

  /** Makes it ready to be asked of the store's customers. */
  LearnedSpend ready(SpendRegressor regressor, StoreHistory store) {
    return new LearnedSpend(
        regressor, FeatureReader.of(regressor.schema(), store, facts.apply(store.store())));
  }

  private SpendTrial trial(StoreHistory store, int asOfDay, int days) {
    return new SpendTrial(store, facts.apply(store.store()), asOfDay, days, SEED);
  }
}
