package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.Bfgs;
import io.shelfwise.value.numeric.Minimum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.Comparator;
import java.util.List;

/**
 * Fits Gamma-Gamma by maximum likelihood: over the logarithms of the parameters, with values scaled
 * so that their mean is 1, from fixed starting points, of which a thinned sample tells the best.
 */
public final class GammaGammaTrainer {
  /**
   * ln of p, q and γ, with γ in units of the mean value: unlike and alike customers, with steady
   * and unsteady orders.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {1, 1, 0}, new double[] {0, 2, 1});

  private static final int FIRST_LOOK_CUSTOMERS = 1_000;
  private static final double FIRST_LOOK_TOLERANCE = 1e-4;
  private static final double TOLERANCE = 1e-8;
  private static final double BOUND = 12;

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
    double unit = sample.grandMean();
    Bfgs firstLook = search(sample.thinned(FIRST_LOOK_CUSTOMERS), unit, FIRST_LOOK_TOLERANCE);
    double[] start =
        STARTS.stream()
            .map(firstLook::from)
            .min(Comparator.comparingDouble(Minimum::value))
            .orElseThrow()
            .point();
    Minimum found = search(sample, unit, TOLERANCE).from(start);
    if (!found.converged()) {
      throw new UnfitException("the spend model's fit does not converge");
    }
    if (found.isAtBound(0) || found.isAtBound(1) || found.isAtBound(2)) {
      throw new UnfitException("customers differ too little in what they spend");
    }
    GammaGammaParameters parameters = parameters(found.point(), unit);
    if (parameters.q() <= 1) {
      throw new UnfitException("a few customers spend so much that the spend model has no mean");
    }
    return new GammaGammaModel(parameters, -found.value() * sample.customers());
  }

  /** A search for the least negative log-likelihood of a customer in the mean. */
  private static Bfgs search(SpendSample sample, double unit, double tolerance) {
    GammaGammaLikelihood likelihood = new GammaGammaLikelihood(sample);
    double scale = -1.0 / sample.customers();
    return new Bfgs(
        (point, gradient) -> {
          GammaGammaParameters parameters = parameters(point, unit);
          double value = likelihood.at(parameters, gradient);
          gradient[0] *= scale * parameters.p();
          gradient[1] *= scale * parameters.q();
          gradient[2] *= scale * parameters.gamma();
          return scale * value;
        },
        BOUND,
        tolerance);
  }

  private static GammaGammaParameters parameters(double[] logarithms, double unit) {
    return new GammaGammaParameters(
        Math.exp(logarithms[0]), Math.exp(logarithms[1]), Math.exp(logarithms[2]) * unit);
  }
}
