package io.shelfwise.value.demand;

import io.shelfwise.value.numeric.Spread;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Some numbers in a few: how many, where, how far apart.
 *
 * @param count how many there are
 * @param mean their mean; 0 if there are none
 * @param deviation their standard deviation, Σ (x − mean)² over count − 1 under the root; 0 for
 *     fewer than two
 * @param quartiles the least, the three quartiles and the largest; empty if there are none.
 *     Quartiles between two numbers lie between them by proportion (definition 7 of Hyndman and
 *     Fan)
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman, Fan 1996: Sample quantiles
 *     in statistical packages</a>
 */
public record NumberSummary(long count, double mean, double deviation, List<Double> quartiles) {
  private static final int QUARTERS = 4;

  public NumberSummary {
    quartiles = List.copyOf(quartiles);
  }

  static NumberSummary of(DoubleStream numbers) {
    double[] sorted = numbers.sorted().toArray();
    if (sorted.length == 0) {
      return new NumberSummary(0, 0, 0, List.of());
    }
    Spread spread = Spread.of(sorted);
    boolean differ = sorted[0] < sorted[sorted.length - 1];
    return new NumberSummary(
        sorted.length,
        spread.mean(),
        differ ? spread.deviation() * Math.sqrt(sorted.length / (sorted.length - 1.0)) : 0,
        IntStream.rangeClosed(0, QUARTERS).mapToObj(quarter -> quantile(sorted, quarter)).toList());
  }

  private static double quantile(double[] sorted, int quarter) {
    double place = (sorted.length - 1) * (double) quarter / QUARTERS;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
