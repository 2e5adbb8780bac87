package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.factors.CellSettings;
import io.shelfwise.recommend.factors.FactorSettings;
import io.shelfwise.recommend.factors.FactorTrainer;
import io.shelfwise.recommend.factors.Feedback;
import io.shelfwise.recommend.factors.RatingTrainer;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Trainer;
import java.time.Duration;

/**
 * How {@code matrix-factorization} works.
 *
 * @param feedback whether it learns from interests (implicit) or from stars (explicit)
 * @param factors how many factors a customer and a product have
 * @param iterations how many times all customers, then all products are solved for
 * @param steps how many steps of conjugate gradients a solution takes; 0 solves exactly
 * @param unobserved the weight of what was not observed, in the unit of a purchase
 * @param regularization how strongly factors are kept small
 * @param frequencyPower to which power of its frequency a customer or product is regularised
 * @param leastCustomers how many customers a product must have to be learned of, where the floor of
 *     privacy does not ask for more
 * @param seed of the first factors, which are random
 * @param historyLength how many of the customer's newest products speak
 * @param halfLife after what time a product speaks half as loud
 * @param again how much a product that was bought speaks for itself
 * @param cellsFrom from how many products on only some are looked at, cell by cell
 * @param cellSize how many products a cell has on average
 * @param cellsProbed into how many cells to look at least
 */
@ConfigurationProperties("shelfwise.recommend.matrix-factorization")
public record MatrixFactorizationSettings(
    Feedback feedback,
    int factors,
    int iterations,
    int steps,
    double unobserved,
    double regularization,
    double frequencyPower,
    int leastCustomers,
    long seed,
    int historyLength,
    Duration halfLife,
    double again,
    int cellsFrom,
    int cellSize,
    int cellsProbed) {
  public MatrixFactorizationSettings {
    if (leastCustomers < 1) {
      throw new IllegalArgumentException(
          "least-customers: " + leastCustomers + " (expected: >= 1)");
    }
  }

  Trainer<?> trainer(PrivacySettings privacy) {
    int floor = Math.max(leastCustomers, privacy.leastCustomers());
    return switch (feedback) {
      case IMPLICIT ->
          new FactorTrainer(
              fit(unobserved),
              new Attention(historyLength, Days.of(halfLife), again),
              new CellSettings(cellsFrom, cellSize, cellsProbed),
              floor);
      case EXPLICIT -> new RatingTrainer(fit(0), floor);
    };
  }

  private FactorSettings fit(double unobserved) {
    return new FactorSettings(
        feedback,
        factors,
        iterations,
        new FactorSettings.Solver(steps),
        unobserved,
        regularization,
        frequencyPower,
        seed);
  }
}
