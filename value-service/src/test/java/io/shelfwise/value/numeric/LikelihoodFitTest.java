package io.shelfwise.value.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.numeric.LikelihoodFit.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikelihoodFitTest {
  /**
   * The errors of a normal sample's mean and deviation are σ/√n and σ/√2n, and have nothing to do
   * with one another.
   */
  @Test
  void findsANormalDistributionAndItsErrors() {
    Likelihood likelihood =
        likelihood(
            400,
            (p, gradient) -> {
              // 400 values with mean 50 and mean squared deviation 9 from it.
              double squares = 9 + (50 - p[0]) * (50 - p[0]);
              gradient[0] = 400 * (50 - p[0]) / (p[1] * p[1]);
              gradient[1] = 400 * (squares / Math.pow(p[1], 3) - 1 / p[1]);
              return -400 * (Math.log(p[1]) + squares / (2 * p[1] * p[1]));
            });

    LikelihoodMaximum found =
        new LikelihoodFit(
                "a normal distribution",
                List.of(new Parameter("mean", 30), new Parameter("deviation", 10)),
                List.of(new double[] {0, 0}))
            .maximum(likelihood, likelihood);

    Estimates estimates = found.estimates();
    assertThat(estimates.value("mean")).isCloseTo(50, within(1e-5));
    assertThat(estimates.value("deviation")).isCloseTo(3, within(1e-6));
    assertThat(estimates.standardError(0).orElseThrow())
        .isCloseTo(3 / Math.sqrt(400), within(1e-6));
    assertThat(estimates.standardError(1).orElseThrow())
        .isCloseTo(3 / Math.sqrt(800), within(1e-6));
    assertThat(estimates.correlation(0, 1).orElseThrow()).isCloseTo(0, within(1e-5));
    assertThat(found.logLikelihood()).isCloseTo(-400 * (Math.log(3) + 0.5), within(1e-6));
  }

  /** A parameter that the likelihood pushes without end, and one that it does not know. */
  @Test
  void saysWhichParametersAreNotDetermined() {
    Likelihood likelihood =
        likelihood(
            10,
            (p, gradient) -> {
              gradient[0] = -10 * (1 - 1 / p[0]);
              gradient[1] = -10;
              gradient[2] = 0;
              return -10 * (p[0] - Math.log(p[0]) + p[1]);
            });

    Estimates estimates =
        new LikelihoodFit(
                "a test",
                List.of(new Parameter("x", 2), new Parameter("y", 1), new Parameter("z", 1)),
                List.of(new double[] {0, 0, 0}))
            .maximum(likelihood, likelihood)
            .estimates();

    // x − ln x curves by 1 at x = 1, on the scale of logarithms too.
    assertThat(estimates.standardError(0).orElseThrow()).isCloseTo(1 / Math.sqrt(10), within(1e-6));
    assertThat(estimates.isDetermined(1)).isFalse();
    assertThat(estimates.isDetermined(2)).isFalse();
    assertThat(estimates.standardError(1)).isEmpty();
    assertThat(estimates.covariance(0, 1)).isEmpty();
    assertThat(estimates.correlation(1, 1)).isEmpty();
    assertThat(estimates.standardErrors()).doesNotContainKeys("y", "z");
  }

  @Test
  void refusesWhatDoesNotConverge() {
    Likelihood restless =
        likelihood(
            1,
            (_, gradient) -> {
              gradient[0] = Double.NaN;
              return Double.NaN;
            });
    LikelihoodFit fit =
        new LikelihoodFit(
            "the test's model", List.of(new Parameter("x", 1)), List.of(new double[] {0}));

    assertThatThrownBy(() -> fit.maximum(restless, restless))
        .isInstanceOf(UnfitException.class)
        .hasMessage("the fit of the test's model does not converge");
  }

  private static Likelihood likelihood(long observations, Objective at) {
    return new Likelihood() {
      @Override
      public long observations() {
        return observations;
      }

      @Override
      public double at(double[] parameters, double[] gradient) {
        return at.at(parameters, gradient);
      }
    };
  }
}
