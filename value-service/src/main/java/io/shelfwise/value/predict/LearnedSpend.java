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
  /** Below this the ratio of two expectations is that of their roundings. */
  private static final double NEXT_TO_NOTHING = 1e-100;

  /** How many days it looks ahead. */
  public int days() {
    return regressor.horizonDays();
  }

  /**
   * What purchase and spend model say of any time, set right by what is told of this one: how
   * spending goes on is theirs to tell. Of a customer of whom they expect nothing any more, not
   * even that: what is told stands alone.
   *
   * @param modelled what they say of the time that it looks ahead
   * @param value what they say of the time that is asked about
   */
  public double setRight(CustomerHistory history, int asOfDay, double modelled, double value) {
    double told = reader.read(history, asOfDay).stream().mapToDouble(regressor::predict).sum();
    return modelled > NEXT_TO_NOTHING ? told * (value / modelled) : told;
  }
}
