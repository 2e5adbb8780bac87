package io.shelfwise.value.numeric;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * How far what follows from estimates may be off, because they are.
 *
 * <p>With L Lᵀ the covariance of the parameters' logarithms, each column of L is a direction in
 * which these may be off independently of the others, and as long as a standard deviation. A step
 * along it to both sides changes ln f by twice a standard deviation of ln f, and the squares of
 * these add up: that is the delta method, with slopes taken over the range that matters.
 *
 * <p>A parameter that the data do not determine stays where it is: of it nothing is known that
 * could be told.
 */
public final class EstimateSpread {
  /** A covariance that comes of an inverse is symmetric but for its last digits. */
  private static final double SYMMETRY = 1e-9;

  private EstimateSpread() {}

  /**
   * Estimates that are off by a standard deviation in one of the directions.
   *
   * @param more to the one side
   * @param less to the other side
   * @param <T> what is made of estimates
   */
  public record Direction<T>(T more, T less) {}

  /** All directions in which estimates may be off; the values are positive. */
  public static List<Direction<Estimates>> directions(Estimates estimates) {
    int[] places = IntStream.range(0, estimates.size()).filter(estimates::isDetermined).toArray();
    if (places.length == 0) {
      return List.of();
    }
    RealMatrix root =
        new CholeskyDecomposition(covarianceOfLogarithms(estimates, places), SYMMETRY, 0).getL();
    return IntStream.range(0, places.length)
        .mapToObj(root::getColumn)
        .map(
            step ->
                new Direction<>(
                    moved(estimates, places, step, 1), moved(estimates, places, step, -1)))
        .toList();
  }

  /** d ln θ = dθ/θ. */
  private static RealMatrix covarianceOfLogarithms(Estimates estimates, int[] places) {
    RealMatrix covariance = MatrixUtils.createRealMatrix(places.length, places.length);
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        double ofValues = estimates.covariance(places[i], places[j]).orElseThrow();
        covariance.setEntry(
            i, j, ofValues / (estimates.value(places[i]) * estimates.value(places[j])));
      }
    }
    return covariance;
  }

  private static Estimates moved(Estimates estimates, int[] places, double[] step, int side) {
    double[] values = estimates.toArray();
    for (int i = 0; i < places.length; i++) {
      values[places[i]] *= Math.exp(side * step[i]);
    }
    return Estimates.known(estimates.names(), values);
  }

  /** The variance of the logarithm of what follows, which is positive. */
  public static <T> double logVariance(List<Direction<T>> directions, ToDoubleFunction<T> follows) {
    double variance = 0;
    for (Direction<T> direction : directions) {
      double change =
          Math.log(follows.applyAsDouble(direction.more()))
              - Math.log(follows.applyAsDouble(direction.less()));
      variance += change * change / 4;
    }
    return variance;
  }
}
