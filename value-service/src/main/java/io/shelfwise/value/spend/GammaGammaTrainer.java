package io.shelfwise.value.spend;

import io.shelfwise.value.numeric.Bfgs;
import io.shelfwise.value.numeric.Minimum;
import io.shelfwise.value.numeric.UnfitException;
import java.util.List;

/**
 * Fits Gamma-Gamma by maximum likelihood: over the logarithms of the parameters, with values scaled
 * so that their mean is 1, from fixed starting points.
 */
public final class GammaGammaTrainer {
  /**
   * ln of p, q and γ, with γ in units of the mean value: unlike and alike customers, with steady
   * and unsteady orders.
   */
  private static final List<double[]> STARTS =
      List.of(new double[] {1, 1, 0}, new double[] {0, 2, 1});

  private static final double BOUND = 12;
  private static final double TOLERANCE = 1e-10;

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
    GammaGammaLikelihood likelihood = new GammaGammaLikelihood(sample);
    Bfgs search =
        new Bfgs(
            (point, gradient) -> {
              GammaGammaParameters parameters = parameters(point, unit);
              double value = likelihood.at(parameters, gradient);
              double scale = -1.0 / sample.customers();
              gradient[0] *= scale * parameters.p();
              gradient[1] *= scale * parameters.q();
              gradient[2] *= scale * parameters.gamma();
              return scale * value;
            },
            BOUND,
            TOLERANCE);
    Minimum best =
        STARTS.stream()
            .map(search::from)
            .filter(Minimum::converged)
            .min((one, other) -> Double.compare(one.value(), other.value()))
            .orElseThrow(() -> new UnfitException("the spend model's fit does not converge"));
    if (best.isAtBound(0) || best.isAtBound(1) || best.isAtBound(2)) {
      throw new UnfitException("customers differ too little in what they spend");
    }
    GammaGammaParameters parameters = parameters(best.point(), unit);
    if (parameters.q() <= 1) {
      throw new UnfitException("a few customers spend so much that the spend model has no mean");
    }
    return new GammaGammaModel(parameters, -best.value() * sample.customers());
  }

  private static GammaGammaParameters parameters(double[] logarithms, double unit) {
    return new GammaGammaParameters(
        Math.exp(logarithms[0]), Math.exp(logarithms[1]), Math.exp(logarithms[2]) * unit);
  }
}
