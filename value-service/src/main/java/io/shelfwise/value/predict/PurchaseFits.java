package io.shelfwise.value.predict;

import io.shelfwise.value.numeric.UnfitException;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several purchase models, fitted to one sample.
 *
 * @param models those that could be fitted, in the order in which they were asked for
 * @param refusals why the others could not, by their names
 */
record PurchaseFits(List<PurchaseModel> models, Map<String, String> refusals) {

  /**
   * Fits each.
   *
   * @throws UnfitException if none can be
   */
  static PurchaseFits of(List<PurchaseModelKind> kinds, PurchaseSample sample) {
    List<PurchaseModel> models = new ArrayList<>();
    Map<String, String> refusals = new LinkedHashMap<>();
    for (PurchaseModelKind kind : kinds) {
      try {
        models.add(kind.fit(sample));
      } catch (UnfitException e) {
        refusals.put(kind.label(), e.reason());
      }
    }
    if (models.isEmpty()) {
      throw new UnfitException(String.join("; ", refusals.values()));
    }
    return new PurchaseFits(models, refusals);
  }

  Optional<PurchaseModel> find(String label) {
    return models.stream().filter(model -> model.kind().label().equals(label)).findFirst();
  }

  /**
   * The models by the information that they lose, 2 · parameters − 2 · log-likelihood: whom to
   * believe where nothing is known of a holdout.
   *
   * @see <a href="https://doi.org/10.1109/TAC.1974.1100705">Akaike 1974</a>
   */
  Stream<PurchaseModel> likeliestFirst() {
    return models.stream()
        .sorted(
            Comparator.comparingDouble(
                model -> 2.0 * model.estimates().size() - 2 * model.logLikelihood()));
  }
}
