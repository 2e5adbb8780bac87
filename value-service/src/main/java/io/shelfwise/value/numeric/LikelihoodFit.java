package io.shelfwise.value.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the parameters under which a sample is likeliest, and how sure they are.
 *
 * <p>The search goes over the parameters' logarithms, which keeps them positive, each in a unit of
 * its own, so that one set of starting points and one box fit every sample. A thinned sample tells
 * which starting point leads highest; from where it leads the whole sample goes on. All is fixed,
 * so a fit of the same sample gives the same numbers.
 */
public final class LikelihoodFit {
  private static final double FIRST_LOOK_TOLERANCE = 1e-4;
  private static final double TOLERANCE = 1e-8;

  /** No parameter is less than e^−12 nor more than e^12 of its unit. */
  private static final double BOUND = 12;

  private final String subject;
  private final List<Parameter> parameters;
  private final List<double[]> starts;

  /**
   * A parameter to find.
   *
   * @param name what it is called
   * @param unit what it is of the order of, more than 0
   */
  public record Parameter(String name, double unit) {
    public Parameter {
      if (!(unit > 0 && unit < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("unit: " + unit + " (expected: more than 0 and finite)");
      }
    }
  }

  /**
   * A fit.
   *
   * @param subject what is fitted, as messages name it: "the purchase model"
   * @param parameters what to find
   * @param starts where to start from: the logarithms of the parameters in their units
   */
  public LikelihoodFit(String subject, List<Parameter> parameters, List<double[]> starts) {
    this.subject = subject;
    this.parameters = List.copyOf(parameters);
    this.starts = starts.stream().map(double[]::clone).toList();
  }

  /**
   * Where the likelihood is highest.
   *
   * @param thinned the likelihood of a part of the sample, for a first look
   * @param whole the likelihood of all of it
   * @throws UnfitException if the search does not come to an end
   */
  public LikelihoodMaximum maximum(Likelihood thinned, Likelihood whole) {
    Objective firstLook = meanLoss(thinned);
    double[] start =
        starts.stream()
            .map(new Bfgs(firstLook, BOUND, FIRST_LOOK_TOLERANCE)::from)
            .min(Comparator.comparingDouble(Minimum::value))
            .orElseThrow()
            .point();
    Objective loss = meanLoss(whole);
    Minimum found =
        new Bfgs(loss, BOUND, TOLERANCE).from(start, inverse(Curvature.at(firstLook, start)));
    if (!found.converged()) {
      throw new UnfitException("the fit of " + subject + " does not converge");
    }
    return new LikelihoodMaximum(
        estimates(found, loss, whole.observations()), -found.value() * whole.observations(), found);
  }

  /** The inverse of a curvature, if it is upwards in all directions. */
  private static Optional<double[][]> inverse(double[][] curvature) {
    boolean[] all = new boolean[curvature.length];
    Arrays.fill(all, true);
    return Curvature.inverse(curvature, all);
  }

  /** The negative log-likelihood of an observation in the mean, over logarithms. */
  private Objective meanLoss(Likelihood likelihood) {
    double scale = -1.0 / likelihood.observations();
    return (point, gradient) -> {
      double[] values = values(point);
      double sum = likelihood.at(values, gradient);
      for (int i = 0; i < values.length; i++) {
        gradient[i] *= scale * values[i];
      }
      return scale * sum;
    };
  }

  private double[] values(double[] logarithms) {
    double[] values = new double[logarithms.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(logarithms[i]) * parameters.get(i).unit();
    }
    return values;
  }

  /**
   * The inverse of the observed information is the covariance of the logarithms; with d ln θ = dθ/θ
   * that of the parameters is θᵢ θⱼ times as much. An error as wide as the box says no more than
   * that the parameter lies in it.
   */
  private Estimates estimates(Minimum found, Objective loss, long observations) {
    int n = parameters.size();
    double[] values = values(found.point());
    double[][] curvature = Curvature.at(loss, found.point());
    boolean[] determined = new boolean[n];
    for (int i = 0; i < n; i++) {
      determined[i] = !found.isAtBound(i) && isNarrow(1 / curvature[i][i] / observations);
    }
    double[][] covariance =
        Curvature.inverse(curvature, determined).orElseGet(() -> new double[n][n]);
    for (int i = 0; i < n; i++) {
      determined[i] &= isNarrow(covariance[i][i] / observations);
      for (int j = 0; j < n; j++) {
        covariance[i][j] *= values[i] * values[j] / observations;
      }
    }
    return new Estimates(
        parameters.stream().map(Parameter::name).toList(), values, determined, covariance);
  }

  private static boolean isNarrow(double variance) {
    return variance > 0 && variance < BOUND * BOUND;
  }
}
