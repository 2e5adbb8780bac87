package io.shelfwise.value.simulate;

import io.shelfwise.value.purchases.BetaGeometricParameters;
import io.shelfwise.value.purchases.ParetoNbdParameters;
import java.util.Optional;

/** What buyers of a population are like, as a purchase model says. Time is in weeks. */
public sealed interface BuyerTruth {
  /** What BG/NBD finds in CDNOW. */
  Leaving BG_NBD = new Leaving(new BetaGeometricParameters(0.243, 4.414, 0.793, 2.426), false, 1);

  /** What MBG/NBD finds in CDNOW. */
  Leaving MBG_NBD = new Leaving(new BetaGeometricParameters(0.525, 6.183, 0.891, 1.614), true, 1);

  /** What Pareto/NBD finds in CDNOW. */
  Dying PARETO_NBD = new Dying(new ParetoNbdParameters(0.553, 10.578, 0.606, 11.669));

  /** The truth of a model's name; empty if there is none of that name. */
  static Optional<BuyerTruth> of(String model) {
    return switch (model) {
      case "bg-nbd" -> Optional.of(BG_NBD);
      case "mbg-nbd" -> Optional.of(MBG_NBD);
      case "pareto-nbd" -> Optional.of(PARETO_NBD);
      default -> Optional.empty();
    };
  }

  /** One of these buyers. */
  Buyer draw(Draws draws);

  /**
   * Buyers who may leave after a purchase, as in the BG family: λ ~ Gamma(r, α), p ~ Beta(a, b).
   *
   * @param population the parameters
   * @param atOnce whether they may leave right after the first purchase
   * @param regularity k: a purchase is every k-th of the events that come at random
   */
  record Leaving(BetaGeometricParameters population, boolean atOnce, int regularity)
      implements BuyerTruth {
    @Override
    public Buyer draw(Draws draws) {
      return new Buyer(
          draws.gamma(population.r(), population.alpha()),
          regularity,
          draws.beta(population.a(), population.b()),
          atOnce,
          Double.POSITIVE_INFINITY);
    }
  }

  /**
   * Buyers who leave at any time, as in Pareto/NBD: λ ~ Gamma(r, α), and after a time that is
   * exponential with a rate μ ~ Gamma(s, β).
   *
   * @param population the parameters
   */
  record Dying(ParetoNbdParameters population) implements BuyerTruth {
    @Override
    public Buyer draw(Draws draws) {
      double lambda = draws.gamma(population.r(), population.alpha());
      double mu = draws.gamma(population.s(), population.beta());
      return new Buyer(lambda, 1, 0, false, draws.exponential(mu));
    }
  }
}
