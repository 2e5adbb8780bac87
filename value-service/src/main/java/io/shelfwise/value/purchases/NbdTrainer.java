package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.LikelihoodFit;
import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import io.shelfwise.value.numeric.LikelihoodMaximum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/** Fits NBD by maximum likelihood, with time in units of the longest observation. */
public final class NbdTrainer {
  /** ln of r and α, with α in units of the longest observation: rare and frequent buyers. */
  private static final List<double[]> STARTS = List.of(new double[] {-1, -1}, new double[] {1, 0});

  private static final int FIRST_LOOK_ROWS = 1_000;

  private NbdTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one
   */
  public static NbdModel fit(PurchaseSample sample) {
    if (sample.repeaters() == 0) {
      throw new UnfitException("no customer has bought on more than one day");
    }
    LikelihoodMaximum found =
        new LikelihoodFit(
                "the purchase model",
                List.of(new Parameter("r", 1), new Parameter("alpha", sample.longestAge())),
                STARTS)
            .maximum(new NbdLikelihood(sample.thinned(FIRST_LOOK_ROWS)), new NbdLikelihood(sample));
    if (found.isAtBound(0) || found.isAtBound(1)) {
      throw new UnfitException("customers differ too little in how often they buy");
    }
    return new NbdModel(
        new PurchaseFit(PurchaseModelKind.NBD, 1, found.estimates(), found.logLikelihood()));
  }
}
