package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.DivergesException;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A model of the BG family, fitted: while a customer is there, purchases come at a rate λ of the
 * customer's own, and after each purchase the customer leaves for good with a probability p of the
 * customer's own; λ ~ Gamma(r, α) and p ~ Beta(a, b) over the customers. The family has two
 * questions:
 *
 * <ul>
 *   <li>May one leave right after the first purchase? In BG/NBD and BG/CNBD-k one cannot, so a
 *       customer who never bought again is active for certain; in MBG/NBD and MBG/CNBD-k one can.
 *   <li>How regularly does one buy? In BG/NBD and MBG/NBD at random. In BG/CNBD-k and MBG/CNBD-k a
 *       purchase is every k-th of events that come at random with the rate λ, so that the times
 *       between purchases are Erlang-k, which vary less.
 * </ul>
 *
 * <p>With n chances to leave so far (x, or x + 1 where the first purchase is one), a customer who
 * is still there has λ ~ Gamma(r + kx + j, α + T) and p ~ Beta(a, b + n), where j &lt; k is the
 * number of events since the last purchase. That is not seen; it has the probability w(j), in
 * proportion to Γ(r+kx+j)/j! · ((T−t_x)/(α+T))^j. So what is expected is the mean over j of what is
 * expected of such an {@link ActiveCustomer}, times the probability of being active, 1/(1 + odds)
 * with
 *
 * <pre>
 *   odds = a/(b+n−1) · ((α+T)/(α+t_x))^(r+kx) / Q,   Q = Σ Γ(r+kx+j)/(Γ(r+kx) j!) · ((T−t_x)/(α+T))^j
 * </pre>
 *
 * @param fit the population, and how it was found
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie, Lee 2005: "Counting Your
 *     Customers" the Easy Way (BG/NBD)</a>
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2006.12.005">Batislam, Denizel, Filiztekin 2007:
 *     Empirical validation and comparison of models for customer base analysis (MBG/NBD)</a>
 * @see <a href="https://doi.org/10.1287/mksc.2015.0963">Platzer, Reutterer 2016: Ticking Away the
 *     Moments</a>
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2020.09.002">Reutterer, Platzer, Schröder 2020:
 *     Leveraging purchase regularity for predicting customer behavior the easy way</a>
 */
public record BetaGeometricModel(PurchaseFit fit) implements PurchaseModel {
  public BetaGeometricModel {
    fit.requireParameters(BetaGeometricParameters.NAMES);
    var _ = BetaGeometricVariant.of(fit.kind(), fit.regularity());
  }

  /** The model of a population that is known. */
  public static BetaGeometricModel of(
      PurchaseModelKind kind, int regularity, BetaGeometricParameters population) {
    return new BetaGeometricModel(new PurchaseFit(kind, regularity, population.known(), 0));
  }

  /** The population. */
  public BetaGeometricParameters parameters() {
    return BetaGeometricParameters.of(estimates());
  }

  /**
   * The log-likelihood of one history. With k &gt; 1 it is that of the purchase times but for the
   * summand (k−1) Σ ln(time between purchases), which does not depend on the parameters, and for
   * which there is no place in a customer's triple.
   */
  @Override
  public double logLikelihood(RepeatPurchases customer) {
    return new BetaGeometricLikelihood(variant(), PurchaseSample.of(Stream.of(customer)))
        .at(estimates().toArray());
  }

  @Override
  public double activeProbability(RepeatPurchases customer) {
    return mean(customer, _ -> 1, 0);
  }

  @Override
  public double activeProbability(RepeatPurchases customer, double time) {
    return mean(customer, begun -> ifActive(customer, begun).stays(time), 0);
  }

  @Override
  public double expectedPurchases(RepeatPurchases customer, double time, double discountRate) {
    return mean(
        customer, begun -> ifActive(customer, begun).expectedPurchases(time, discountRate), 0);
  }

  /** Without a discount this is finite if a &gt; 1: the mean of 1/p, whatever the rates are. */
  @Override
  public double expectedPurchasesForever(RepeatPurchases customer, double discountRate) {
    if (discountRate == 0 && parameters().a() <= 1) {
      throw new DivergesException(
          "so many customers hardly ever leave that, without a discount, purchases for ever are"
              + " infinite");
    }
    return mean(
        customer, begun -> ifActive(customer, begun).expectedPurchasesForever(discountRate), 0);
  }

  @Override
  public double probabilityOf(int purchases, RepeatPurchases customer, double time) {
    if (purchases < 0) {
      throw new IllegalArgumentException("purchases: " + purchases + " (expected: >= 0)");
    }
    return mean(
        customer,
        begun -> ifActive(customer, begun).probabilityOf(purchases, time),
        purchases == 0 ? 1 : 0);
  }

  @Override
  public PurchaseInterval interval(RepeatPurchases customer, double time, double level) {
    List<DoubleSupplier> ifActive =
        IntStream.range(0, fit.regularity())
            .mapToObj(begun -> ifActive(customer, begun).probabilitiesInTurn(time))
            .toList();
    // Who has left makes none for certain.
    PrimitiveIterator.OfDouble ifLeft =
        DoubleStream.concat(DoubleStream.of(1), DoubleStream.generate(() -> 0)).iterator();
    return PurchaseInterval.of(
        () -> mean(customer, begun -> ifActive.get(begun).getAsDouble(), ifLeft.nextDouble()),
        level);
  }

  /** Given that a customer is active, when the last purchase was matters no more. */
  @Override
  public ToDoubleFunction<RepeatPurchases> forecast(double time, double discountRate) {
    FrequencyAndTime<double[]> known =
        new FrequencyAndTime<>(
            RepeatPurchases::age,
            alike ->
                IntStream.range(0, fit.regularity())
                    .mapToObj(begun -> ifActive(alike, begun))
                    .mapToDouble(active -> active.expectedPurchases(time, discountRate))
                    .toArray());
    return customer -> {
      double[] ifActive = known.of(customer);
      return mean(customer, begun -> ifActive[begun], 0);
    };
  }

  /** The customer, if still there and so many events have come since the last purchase. */
  private ActiveCustomer ifActive(RepeatPurchases customer, int begun) {
    BetaGeometricParameters population = parameters();
    int x = customer.frequency();
    return new ActiveCustomer(
        population.r() + (double) fit.regularity() * x + begun,
        population.alpha() + customer.age(),
        population.a(),
        population.b() + variant().chances(x),
        fit.regularity(),
        begun);
  }

  /**
   * The mean over what is not seen of a customer.
   *
   * @param ifActive what is so if the customer has not left, by how many events have come since the
   *     last purchase
   * @param ifLeft what is so otherwise
   */
  private double mean(RepeatPurchases customer, IntToDoubleFunction ifActive, double ifLeft) {
    BetaGeometricParameters population = parameters();
    int chances = variant().chances(customer.frequency());
    double events = population.r() + (double) fit.regularity() * customer.frequency();
    double untilEnd = population.alpha() + customer.age();
    double odds = 0;
    if (chances > 0) {
      double stretch = Math.log(untilEnd / (population.alpha() + customer.recency()));
      odds = population.a() / (population.b() + chances - 1) * Math.exp(events * stretch);
      if (Double.isInfinite(odds)) {
        return ifLeft;
      }
    }
    double since = (customer.age() - customer.recency()) / untilEnd;
    double weight = 1;
    double weights = 0;
    double sum = 0;
    for (int begun = 0; begun < fit.regularity() && weight > 0; begun++) {
      weights += weight;
      sum += weight * ifActive.applyAsDouble(begun);
      weight *= (events + begun) / (begun + 1) * since;
    }
    return (sum + odds * ifLeft) / (weights + odds);
  }

  private BetaGeometricVariant variant() {
    return BetaGeometricVariant.of(kind(), fit.regularity());
  }
}
