package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Bfgs;
import io.shelfwise.value.numeric.Minimum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.Comparator;
import java.util.List;

/**
 * Fits BG/NBD by maximum likelihood: over the logarithms of the parameters, which keeps them
 * positive, with time scaled so that the longest observation is 1, which makes one set of starting
 * points and one box fit every shop.
 *
 * <p>A thinned sample tells which starting point leads lowest; from where it leads the whole sample
 * goes on. The starting points are fixed, so a fit of the same sample gives the same model. The
 * leaving probabilities may run to the border of the box: there nobody seems to leave, or all leave
 * alike, and predictions are still sound. Purchase rates at the border mean that the customers
 * cannot be told apart, and are refused.
 */
public final class BgNbdTrainer {
  /**
   * ln of r, α, a and b, with α in units of the longest observation: rare and frequent buyers, who
   * leave soon and late.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {-1, -2, -1, 0}, new double[] {0, -1, -1, 0}, new double[] {1, 1, 1, 2});

  private static final int FIRST_LOOK_ROWS = 1_000;
  private static final double FIRST_LOOK_TOLERANCE = 1e-4;
  private static final double TOLERANCE = 1e-8;
  private static final double BOUND = 12;

  private BgNbdTrainer() {}

  /**
   * The model under which the sample is likeliest.
   *
   * @throws UnfitException if the sample does not determine one
   */
  public static BgNbdModel fit(PurchaseSample sample) {
    if (sample.repeaters() == 0) {
      throw new UnfitException("no customer has bought on more than one day");
    }
    double unit = sample.longestAge();
    Bfgs firstLook = search(sample.thinned(FIRST_LOOK_ROWS), unit, FIRST_LOOK_TOLERANCE);
    double[] start =
        STARTS.stream()
            .map(firstLook::from)
            .min(Comparator.comparingDouble(Minimum::value))
            .orElseThrow()
            .point();
    Minimum found = search(sample, unit, TOLERANCE).from(start);
    if (!found.converged()) {
      throw new UnfitException("the purchase model's fit does not converge");
    }
    if (found.isAtBound(0) || found.isAtBound(1)) {
      throw new UnfitException("customers differ too little in how often they buy");
    }
    return new BgNbdModel(parameters(found.point(), unit), -found.value() * sample.customers());
  }

  /** A search for the least negative log-likelihood of a customer in the mean. */
  private static Bfgs search(PurchaseSample sample, double unit, double tolerance) {
    BgNbdLikelihood likelihood = new BgNbdLikelihood(sample);
    double scale = -1.0 / sample.customers();
    return new Bfgs(
        (point, gradient) -> {
          BgNbdParameters parameters = parameters(point, unit);
          double value = likelihood.at(parameters, gradient);
          gradient[0] *= scale * parameters.r();
          gradient[1] *= scale * parameters.alpha();
          gradient[2] *= scale * parameters.a();
          gradient[3] *= scale * parameters.b();
          return scale * value;
        },
        BOUND,
        tolerance);
  }

  private static BgNbdParameters parameters(double[] logarithms, double unit) {
    return new BgNbdParameters(
        Math.exp(logarithms[0]),
        Math.exp(logarithms[1]) * unit,
        Math.exp(logarithms[2]),
        Math.exp(logarithms[3]));
  }
}
