package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import java.util.stream.Stream;

/**
 * BG/BB, fitted: opportunities to buy come one after another, as a season, a yearly appeal or a
 * weekly market; a customer who is there uses each with a probability p of the customer's own, and
 * before each leaves for good with a probability θ of the customer's own; p ~ Beta(α, β) and θ ~
 * Beta(γ, δ) over the customers.
 *
 * <p>Time is the number of opportunities. So histories have whole numbers for times, see {@link
 * RepeatPurchases}: frequency x, of n = age opportunities after the first purchase the number that
 * were used; recency, the number of the last of these. Within a time to come lie as many
 * opportunities as it has whole units.
 *
 * <p>Given that a customer is active at the n-th opportunity, p ~ Beta(α+x, β+n−x) and θ ~ Beta(γ,
 * δ+n). So expectations for a customer are those for a new one of such a {@link BgBbParameters
 * population}, times the probability of being active. Who used the n-th is active for certain, and
 * may yet leave before the next: that one is there at the next has the probability {@code
 * activeProbability(customer, 1)}.
 *
 * @param fit the population, and how it was found
 * @see <a href="https://doi.org/10.1287/mksc.1100.0580">Fader, Hardie, Shang 2010: Customer-Base
 *     Analysis in a Discrete-Time Noncontractual Setting</a>
 */
public record BgBbModel(PurchaseFit fit) implements PurchaseModel {
  public BgBbModel {
    fit.requireParameters(BgBbParameters.NAMES);
  }

  /** The model of a population that is known. */
  public static BgBbModel of(BgBbParameters population) {
    return new BgBbModel(new PurchaseFit(PurchaseModelKind.BG_BB, 1, population.known(), 0));
  }

  /** The population. */
  public BgBbParameters parameters() {
    return BgBbParameters.of(estimates());
  }

  @Override
  public double logLikelihood(RepeatPurchases customer) {
    return new BgBbLikelihood(PurchaseSample.of(Stream.of(customer))).at(estimates().toArray());
  }

  /**
   * {@inheritDoc}
   *
   * <p>The share of the first term of the {@link BgBbLikelihood likelihood}. Its other terms
   * relative to it are found from the last to the first, so that each follows from the one after.
   */
  @Override
  public double activeProbability(RepeatPurchases customer) {
    BgBbParameters population = parameters();
    Opportunities history = Opportunities.of(customer);
    double alphaBeta = population.alpha() + population.beta();
    double gammaDelta = population.gamma() + population.delta();
    double betaUnused = population.beta() - history.used();
    double stays = 1;
    double left = 0;
    for (int i = history.all() - 1; i >= history.last(); i--) {
      stays *= (alphaBeta + i) / (betaUnused + i) * (gammaDelta + i) / (population.delta() + i);
      left += stays * population.gamma() / (gammaDelta + i);
    }
    return 1 / (1 + left);
  }

  @Override
  public double activeProbability(RepeatPurchases customer, double time) {
    return activeProbability(customer) * ifActive(customer).stays(Opportunities.within(time));
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    return activeProbability(customer)
        * ifActive(customer).expectedPurchases(Opportunities.within(time), discountRate);
  }

  @Override
  public double expectedPurchasesForever(RepeatPurchases customer, double discountRate) {
    if (discountRate == 0 && parameters().gamma() <= 1) {
      throw new DivergesException(
          "so many customers hardly ever leave that without a discount the purchases of all time"
              + " are infinite");
    }
    return activeProbability(customer) * ifActive(customer).expectedPurchasesForever(discountRate);
  }

  @Override
  public double probabilityOf(int purchases, RepeatPurchases customer, double time) {
    double active = activeProbability(customer);
    double ifActive =
        active * ifActive(customer).probabilityOf(purchases, Opportunities.within(time));
    return purchases == 0 ? 1 - active + ifActive : ifActive;
  }

  private BgBbParameters ifActive(RepeatPurchases customer) {
    BgBbParameters population = parameters();
    Opportunities history = Opportunities.of(customer);
    return new BgBbParameters(
        population.alpha() + history.used(),
        population.beta() + history.all() - history.used(),
        population.gamma(),
        population.delta() + history.all());
  }
}
