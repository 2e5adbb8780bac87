package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Estimates;
import java.util.List;

/**
 * What a fit came to: all that need be kept to have its model again.
 *
 * @param kind of which model
 * @param regularity k: a purchase is every k-th of the events that come at random; 1 for models
 *     that do not know of it
 * @param estimates the parameters of the population and how sure they are
 * @param logLikelihood the log-likelihood of the histories that it was fitted to
 */
public record PurchaseFit(
    PurchaseModelKind kind, int regularity, Estimates estimates, double logLikelihood) {
  public PurchaseFit {
    if (regularity < 1) {
      throw new IllegalArgumentException("regularity: " + regularity + " (expected: >= 1)");
    }
    if (!Double.isFinite(logLikelihood)) {
      throw new IllegalArgumentException("logLikelihood: " + logLikelihood + " (expected: finite)");
    }
  }

  /** Checks that these are the parameters of a model. */
  void requireParameters(List<String> names) {
    if (!estimates.names().equals(names)) {
      throw new IllegalArgumentException(
          "parameters: " + estimates.names() + " (expected: " + names + ")");
    }
  }
}
