package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.LikelihoodFit;
import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import io.shelfwise.value.numeric.LikelihoodMaximum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/** Fits Gamma-Gamma by maximum likelihood, with values in units of their mean. */
public final class GammaGammaTrainer {
  /**
   * ln of p, q and γ, with γ in units of the mean value: unlike and alike customers, with steady
   * and unsteady orders.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {1, 1, 0}, new double[] {0, 2, 1});

  private static final int FIRST_LOOK_CUSTOMERS = 1_000;

  private GammaGammaTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one, or one without a finite mean
   */
  public static GammaGammaModel fit(SpendSample sample) {
    if (sample.customers() == 0) {
      throw new UnfitException("no customer has spent money on more than one day");
    }
    LikelihoodMaximum found =
        new LikelihoodFit(
                "the spend model",
                List.of(
                    new Parameter("p", 1),
                    new Parameter("q", 1),
                    new Parameter("gamma", sample.grandMean())),
                STARTS)
            .maximum(
                new GammaGammaLikelihood(sample.thinned(FIRST_LOOK_CUSTOMERS)),
                new GammaGammaLikelihood(sample));
    if (found.isAtBound(0) || found.isAtBound(1) || found.isAtBound(2)) {
      throw new UnfitException("customers differ too little in what they spend");
    }
    if (found.estimates().value("q") <= 1) {
      throw new UnfitException("a few customers spend so much that the spend model has no mean");
    }
    return new GammaGammaModel(found.estimates(), found.logLikelihood());
  }
}
