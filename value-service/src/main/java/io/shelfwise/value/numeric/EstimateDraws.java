package io.shelfwise.value.numeric;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Parameters as they might be in truth, given what was estimated: draws from the normal
 * distribution of their logarithms, whose mean is the estimate and whose covariance is the
 * estimate's. All are positive, as the parameters are.
 *
 * <p>A parameter that the data do not determine stays what it is: of it nothing is known that could
 * be drawn.
 */
public final class EstimateDraws {
  /** A covariance that comes of an inverse is positive definite but for its last digits. */
  private static final double SYMMETRY = 1e-9;

  private final Estimates estimates;
  private final int[] places;
  private final RealMatrix root;

  /** Draws around estimates, all of whose values are positive. */
  public EstimateDraws(Estimates estimates) {
    this.estimates = estimates;
    places = IntStream.range(0, estimates.size()).filter(estimates::isDetermined).toArray();
    root = places.length == 0 ? MatrixUtils.createRealMatrix(1, 1) : root();
  }

  /** L with L Lᵀ = the covariance of the logarithms: d ln θ = dθ/θ. */
  private RealMatrix root() {
    RealMatrix covariance = MatrixUtils.createRealMatrix(places.length, places.length);
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        double ofValues = estimates.covariance(places[i], places[j]).orElseThrow();
        covariance.setEntry(
            i, j, ofValues / (estimates.value(places[i]) * estimates.value(places[j])));
      }
    }
    return new CholeskyDecomposition(covariance, SYMMETRY, 0).getL();
  }

  /** An endless stream of draws; the same seed gives the same ones. */
  public Stream<Estimates> draws(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> draw(random));
  }

  private Estimates draw(SplittableRandom random) {
    List<String> names = estimates.names();
    double[] values = names.stream().mapToDouble(estimates::value).toArray();
    double[] normal = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      normal[i] = random.nextGaussian();
      double shift = 0;
      for (int j = 0; j <= i; j++) {
        shift += root.getEntry(i, j) * normal[j];
      }
      values[places[i]] *= Math.exp(shift);
    }
    return Estimates.known(names, values);
  }
}
