package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.LikelihoodFit;
import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import io.shelfwise.value.numeric.LikelihoodMaximum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/**
 * Fits BG/BB by maximum likelihood.
 *
 * <p>As in the other models the leaving probabilities may run to the border of what is searched,
 * and the purchase probabilities may not.
 */
final class BgBbTrainer {
  /**
   * Logarithms of α, β, γ and δ: customers who use most opportunities and few, who leave soon and
   * late.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {0, 0, -0.5, 1}, new double[] {-1, 1, -1, 1}, new double[] {0, 3, 0, 3});

  private static final int FIRST_LOOK_ROWS = 1_000;

  private BgBbTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one
   */
  static BgBbModel fit(PurchaseSample sample) {
    if (sample.repeaters() == 0) {
      throw new UnfitException("no customer has bought again");
    }
    LikelihoodFit fit =
        new LikelihoodFit(
            "the purchase model",
            BgBbParameters.NAMES.stream().map(name -> new Parameter(name, 1)).toList(),
            STARTS);
    LikelihoodMaximum maximum =
        fit.maximum(
            new BgBbLikelihood(sample.thinned(FIRST_LOOK_ROWS)), new BgBbLikelihood(sample));
    if (maximum.isAtBound(0) || maximum.isAtBound(1)) {
      throw new UnfitException("customers differ too little in how often they buy");
    }
    return new BgBbModel(
        new PurchaseFit(PurchaseModelKind.BG_BB, 1, maximum.estimates(), maximum.logLikelihood()));
  }
}
