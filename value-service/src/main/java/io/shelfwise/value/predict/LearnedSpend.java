package io.shelfwise.value.predict;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.regress.SpendRegressor;

/**
 * A regression that is asked of a store's customers.
 *
 * @param regressor the regression
 * @param reader reads what it looks at
 */
public record LearnedSpend(SpendRegressor regressor, FeatureReader reader) {
  /** How many days it looks ahead. */
  public int days() {
    return regressor.horizonDays();
  }

  /**
   * How many times as much a customer will spend in that time as purchase and spend model say. By
   * that much their values of any other time are set right: how spending goes on is theirs to tell.
   *
   * @param modelled what they say
   */
  public double factor(CustomerHistory history, int asOfDay, double modelled) {
    double told = reader.read(history, asOfDay).stream().mapToDouble(regressor::predict).sum();
    return modelled > 0 ? told / modelled : 0;
  }
}
