package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.LikelihoodFit;
import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import io.shelfwise.value.numeric.LikelihoodMaximum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/**
 * Fits Pareto/NBD by maximum likelihood.
 *
 * <p>The leaving rates may run to the border of what is searched: there nobody seems to leave, or
 * all leave alike, and predictions are still sound. Purchase rates at the border mean that the
 * customers cannot be told apart, and are refused.
 */
final class ParetoNbdTrainer {
  /**
   * Logarithms of r, α, s and β, with α and β in units of the longest observation: rare and
   * frequent buyers, who leave soon and late.
   */
  private static final List<double[]> STARTS =
      List.of(
          new double[] {-0.5, -1, -0.5, -1},
          new double[] {0, -1, -1, 1},
          new double[] {1, 1, -0.5, -2});

  private static final int FIRST_LOOK_ROWS = 1_000;

  private ParetoNbdTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one
   */
  static ParetoNbdModel fit(PurchaseSample sample) {
    if (sample.repeaters() == 0) {
      throw new UnfitException("no customer has bought on more than one day");
    }
    double unit = sample.longestAge();
    LikelihoodFit fit =
        new LikelihoodFit(
            "the purchase model",
            List.of(
                new Parameter("r", 1),
                new Parameter("alpha", unit),
                new Parameter("s", 1),
                new Parameter("beta", unit)),
            STARTS);
    LikelihoodMaximum maximum =
        fit.maximum(
            new ParetoNbdLikelihood(sample.thinned(FIRST_LOOK_ROWS)),
            new ParetoNbdLikelihood(sample));
    if (maximum.isAtBound(0) || maximum.isAtBound(1)) {
      throw new UnfitException("customers differ too little in how often they buy");
    }
    return new ParetoNbdModel(
        new PurchaseFit(
            PurchaseModelKind.PARETO_NBD, 1, maximum.estimates(), maximum.logLikelihood()));
  }
}
