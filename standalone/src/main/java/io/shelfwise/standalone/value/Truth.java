package io.shelfwise.standalone.value;

import io.shelfwise.value.purchases.BetaGeometricParameters;
import io.shelfwise.value.purchases.ParetoNbdParameters;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedPopulation;
import io.shelfwise.value.spend.GammaGammaParameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated population is like, under the names that a fit gives its parameters.
 *
 * @param model the model that customers are drawn from
 * @param parameters its parameters, time in weeks, and those of Gamma-Gamma, in order
 */
record Truth(String model, Map<String, Double> parameters) {
  /** The models that customers can be drawn from. */
  static final List<String> MODELS =
      List.of("bg-nbd", "mbg-nbd", "bg-cnbd-k", "mbg-cnbd-k", "pareto-nbd");

  private static final double USUAL_REGULARITY = 2;
  private static final int MOST_REGULAR = 100;

  Truth {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /**
   * What is found in CDNOW, save for parameters that are told otherwise.
   *
   * @throws IllegalArgumentException if the model cannot be simulated or has no such parameter
   */
  static Truth of(String model, Map<String, Double> otherwise) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    switch (model) {
      case "bg-nbd", "bg-cnbd-k" -> put(BuyerTruth.BG_NBD, parameters);
      case "mbg-nbd", "mbg-cnbd-k" -> put(BuyerTruth.MBG_NBD, parameters);
      case "pareto-nbd" -> put(BuyerTruth.PARETO_NBD, parameters);
      default ->
          throw new IllegalArgumentException(
              model + " cannot be simulated (expected: " + String.join(", ", MODELS) + ")");
    }
    if (model.endsWith("-k")) {
      parameters.put("k", USUAL_REGULARITY);
    }
    put(SimulatedPopulation.CDNOW_SPENDERS, parameters);
    otherwise.forEach(
        (name, value) -> {
          if (parameters.replace(name, value) == null) {
            throw new IllegalArgumentException(
                "%s has no parameter %s (there are: %s)"
                    .formatted(model, name, String.join(", ", parameters.keySet())));
          }
        });
    return new Truth(model, parameters);
  }

  private static void put(BuyerTruth.Leaving usual, Map<String, Double> parameters) {
    parameters.put("r", usual.population().r());
    parameters.put("alpha", usual.population().alpha());
    parameters.put("a", usual.population().a());
    parameters.put("b", usual.population().b());
  }

  private static void put(BuyerTruth.Dying usual, Map<String, Double> parameters) {
    parameters.put("r", usual.population().r());
    parameters.put("alpha", usual.population().alpha());
    parameters.put("s", usual.population().s());
    parameters.put("beta", usual.population().beta());
  }

  private static void put(GammaGammaParameters usual, Map<String, Double> parameters) {
    parameters.put("p", usual.p());
    parameters.put("q", usual.q());
    parameters.put("gamma", usual.gamma());
  }

  /**
   * The population.
   *
   * @param byDay whether its customers are watched by the day
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  SimulatedPopulation population(boolean byDay, long seed) {
    return new SimulatedPopulation(
        buyers(), new GammaGammaParameters(value("p"), value("q"), value("gamma")), byDay, seed);
  }

  private BuyerTruth buyers() {
    if (model.equals("pareto-nbd")) {
      return new BuyerTruth.Dying(
          new ParetoNbdParameters(value("r"), value("alpha"), value("s"), value("beta")));
    }
    return new BuyerTruth.Leaving(
        new BetaGeometricParameters(value("r"), value("alpha"), value("a"), value("b")),
        model.startsWith("mbg"),
        regularity());
  }

  private int regularity() {
    double k = parameters.getOrDefault("k", 1.0);
    if (!(k >= 1 && k == Math.rint(k) && k <= MOST_REGULAR)) {
      throw new IllegalArgumentException(
          "k: %s (expected: a whole number from 1 to %d)".formatted(k, MOST_REGULAR));
    }
    return (int) k;
  }

  private double value(String name) {
    return parameters.getOrDefault(name, Double.NaN);
  }
}
