package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.LikelihoodFit;
import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import io.shelfwise.value.numeric.LikelihoodMaximum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/**
 * Fits the models of the BG family by maximum likelihood, with time in units of the longest
 * observation.
 *
 * <p>The leaving probabilities may run to the border of what is searched: there nobody seems to
 * leave, or all leave alike, and predictions are still sound. Rates at the border mean that the
 * customers cannot be told apart, and are refused.
 */
public final class BetaGeometricTrainer {
  /**
   * ln of r, α, a and b, with α in units of the longest observation: rare and frequent buyers, who
   * leave soon and late.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {-1, -2, -1, 0}, new double[] {0, -1, -1, 0}, new double[] {1, 1, 1, 2});

  private static final int FIRST_LOOK_ROWS = 1_000;
  private static final int MOST_REGULAR = 12;

  private BetaGeometricTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @param kind one of the family
   * @param regularity k: a purchase is every k-th of the events that come at random
   * @throws UnfitException if the sample does not determine one
   */
  public static BetaGeometricModel fit(
      PurchaseModelKind kind, int regularity, PurchaseSample sample) {
    BetaGeometricVariant variant = BetaGeometricVariant.of(kind, regularity);
    if (sample.repeaters() == 0) {
      throw new UnfitException("no customer has bought on more than one day");
    }
    LikelihoodMaximum found =
        new LikelihoodFit(
                "the purchase model",
                List.of(
                    new Parameter("r", 1),
                    new Parameter("alpha", sample.longestAge()),
                    new Parameter("a", 1),
                    new Parameter("b", 1)),
                STARTS)
            .maximum(
                new BetaGeometricLikelihood(variant, sample.thinned(FIRST_LOOK_ROWS)),
                new BetaGeometricLikelihood(variant, sample));
    if (found.isAtBound(0) || found.isAtBound(1)) {
      throw new UnfitException("customers differ too little in how often they buy");
    }
    return new BetaGeometricModel(
        new PurchaseFit(kind, regularity, found.estimates(), found.logLikelihood()));
  }

  /**
   * The model, and the regularity, under which the sample is likeliest. The likelihood rises with k
   * up to the customers' own regularity and falls from there, so the search ends where it falls.
   *
   * @throws UnfitException if the sample does not determine one
   */
  public static BetaGeometricModel fitRegularity(PurchaseModelKind kind, PurchaseSample sample) {
    if (sample.logGaps().isEmpty()) {
      throw new UnfitException("the times between purchases are not known");
    }
    BetaGeometricModel best = fit(kind, 1, sample);
    for (int k = 2; k <= MOST_REGULAR; k++) {
      BetaGeometricModel next = fit(kind, k, sample);
      if (next.logLikelihood() <= best.logLikelihood()) {
        break;
      }
      best = next;
    }
    return best;
  }
}
