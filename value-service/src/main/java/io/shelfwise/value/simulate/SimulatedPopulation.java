package io.shelfwise.value.simulate;

import io.shelfwise.value.spend.GammaGammaParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Customers who buy as a purchase model says, for values as Gamma-Gamma says. Each buys for the
 * first time within the first twelve weeks; calibration ends after 39 weeks, and the holdout is the
 * 39 weeks after that.
 *
 * @param buyers how they buy
 * @param spenders what a purchase is worth: Gamma(p, ν) with ν ~ Gamma(q, γ), whatever the buyer
 * @param byDay whether they are watched by the day: purchases are counted on the next whole day,
 *     and those of one day are one
 * @param seed the same seed gives the same customers
 */
public record SimulatedPopulation(
    BuyerTruth buyers, GammaGammaParameters spenders, boolean byDay, long seed) {
  /** Days of calibration. */
  public static final int CALIBRATION_DAYS = 39 * 7;

  /** Days of the holdout. */
  public static final int HOLDOUT_DAYS = 39 * 7;

  /** What Gamma-Gamma finds in CDNOW. */
  public static final GammaGammaParameters CDNOW_SPENDERS =
      new GammaGammaParameters(6.25, 3.74, 15.44);

  private static final double BIRTH_DAYS = 12 * 7;
  private static final double DAYS_PER_WEEK = 7;

  /** The first so many customers. */
  public Stream<SimulatedCustomer> customers(long count) {
    return LongStream.range(0, count).mapToObj(this::customer);
  }

  /** One of the customers. */
  public SimulatedCustomer customer(long id) {
    Draws draws = new Draws(seed, id);
    double birth = draws.uniform(BIRTH_DAYS);
    Buyer buyer = buyers.draw(draws);
    double nu = draws.gamma(spenders.q(), spenders.gamma());
    if (byDay) {
      birth = Math.floor(birth);
    }
    List<SimulatedPurchase> purchases = new ArrayList<>();
    purchases.add(new SimulatedPurchase(0, draws.gamma(spenders.p(), nu)));
    boolean leaves = buyer.leavesAtOnce() && draws.happens(buyer.leaves());
    double left = leaves ? 0 : buyer.lifetime() * DAYS_PER_WEEK;
    double day = 0;
    while (true) {
      day += buyer.wait(draws) * DAYS_PER_WEEK;
      if (day > left || birth + day > CALIBRATION_DAYS + HOLDOUT_DAYS) {
        return new SimulatedCustomer(id, birth, purchases, birth + left > CALIBRATION_DAYS);
      }
      add(purchases, day, draws.gamma(spenders.p(), nu));
      if (draws.happens(buyer.leaves())) {
        left = day;
      }
    }
  }

  private void add(List<SimulatedPurchase> purchases, double time, double value) {
    double day = byDay ? Math.ceil(time) : time;
    SimulatedPurchase last = purchases.getLast();
    if (day == last.day()) {
      purchases.set(purchases.size() - 1, new SimulatedPurchase(day, last.value() + value));
    } else {
      purchases.add(new SimulatedPurchase(day, value));
    }
  }
}
