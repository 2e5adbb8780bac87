package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.NegativeBinomial;
import java.util.function.DoubleSupplier;

/**
 * What is known of a customer who has not left, under the models of the BG family, and what follows
 * from it.
 *
 * <p>Events come at random with a rate λ ~ Gamma(shape, rate), every k-th of them would be a
 * purchase, and {@code begun} of the k events before the next one have come. After each purchase
 * the customer leaves with a probability p ~ Beta(a, b), independent of λ. So if N events come
 * within a time, ⌊(N + begun)/k⌋ purchases would, and the n-th of these does come if the customer
 * stayed after n − 1 of them, which has the probability
 *
 * <pre>
 *   q(n−1) = E[(1−p)^(n−1)] = Γ(b+n−1)/Γ(b) · Γ(a+b)/Γ(a+b+n−1)
 * </pre>
 *
 * <p>All expectations are sums over N, whose distribution is negative binomial, of positive terms.
 * Unlike the closed forms of the papers they have no singularity at a = 1 nor at a + b = 1, and for
 * k &gt; 1, where the papers have approximations, they are exact.
 *
 * @param shape of the customer's rates of events
 * @param rate of the customer's rates of events, in the unit of time
 * @param a first shape of the customer's leaving probabilities
 * @param b second shape of the customer's leaving probabilities
 * @param regularity k
 * @param begun how many events came since the last purchase, less than k
 */
record ActiveCustomer(double shape, double rate, double a, double b, int regularity, int begun) {

  /** What comes when it counts e^−40 counts no more. */
  private static final double ENDLESS = 40;

  /** Purchases that are expected within a time; see {@link PurchaseModel#expectedPurchases}. */
  double expectedPurchases(double time, double discountRate) {
    if (!(discountRate >= 0 && discountRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "discountRate: " + discountRate + " (expected: >= 0 and finite)");
    }
    if (discountRate * time > ENDLESS) {
      return Perpetuity.of(this, discountRate);
    }
    return discountRate == 0
        ? expectedPurchases(time)
        : events(time).mean(new DiscountedPurchases(this, discountRate * time));
  }

  /** Σ P(N) · { q(0) + … + q(M−1) }, with M = ⌊(N + begun)/k⌋. */
  private double expectedPurchases(double time) {
    Chances chances = new Chances();
    return events(time).mean(n -> chances.after(n).sum);
  }

  /** Purchases that are expected for ever; infinite if that is. */
  double expectedPurchasesForever(double discountRate) {
    if (discountRate > 0) {
      return Perpetuity.of(this, discountRate);
    }
    // Until the customer leaves, that is 1/p purchases, however slowly they come.
    return a > 1 ? (a + b - 1) / (a - 1) : Double.POSITIVE_INFINITY;
  }

  /** The probability of not having left after a time: Σ P(N) · q(M). */
  double stays(double time) {
    Chances chances = new Chances();
    return events(time).mean(n -> chances.after(n).stayed);
  }

  /**
   * The probability of exactly so many purchases within a time: as many would come and the customer
   * stayed after each but perhaps the last, or more would and the customer left after the last.
   */
  double probabilityOf(int purchases, double time) {
    NegativeBinomial events = events(time);
    int first = regularity * purchases - begun;
    double exactly = 0;
    for (int n = Math.max(first, 0); n < first + regularity; n++) {
      exactly += events.probabilityOf(n);
    }
    if (purchases == 0) {
      return exactly;
    }
    double stayedBefore = 1;
    for (int i = 0; i < purchases - 1; i++) {
      stayedBefore *= staysAfter(i);
    }
    double leaves = a / (a + b + purchases - 1);
    return stayedBefore * (exactly * (1 - leaves) + events.probabilityOfAtLeast(first) * leaves);
  }

  /**
   * The probabilities of 0, 1, 2 … purchases within a time, one after the other. That takes fewer
   * steps than to ask for each, at the cost of digits of those that are very small.
   */
  DoubleSupplier probabilitiesInTurn(double time) {
    return new InTurn(events(time).probabilitiesInTurn());
  }

  private NegativeBinomial events(double time) {
    return new NegativeBinomial(shape, rate, time);
  }

  /** The probability of having stayed after one more purchase, given so many. */
  double staysAfter(int purchases) {
    return (b + purchases) / (a + b + purchases);
  }

  private final class InTurn implements DoubleSupplier {
    private final DoubleSupplier events;
    private int purchases;

    /** That more would come, were it not for leaving. */
    private double more = 1;

    /** q(purchases − 1) */
    private double stayedBefore = 1;

    InTurn(DoubleSupplier events) {
      this.events = events;
    }

    @Override
    public double getAsDouble() {
      double exactly = 0;
      for (int i = purchases == 0 ? begun : 0; i < regularity; i++) {
        exactly += events.getAsDouble();
      }
      more = Math.max(0, more - exactly);
      if (purchases++ == 0) {
        return exactly;
      }
      double stayed = stayedBefore * staysAfter(purchases - 2);
      double probability = stayedBefore * exactly + (stayedBefore - stayed) * more;
      stayedBefore = stayed;
      return probability;
    }
  }

  /** How likely a customer is to have stayed, along a growing number of events. */
  private final class Chances {
    private int purchases;

    /** q(M) */
    private double stayed = 1;

    /** q(0) + … + q(M−1) */
    private double sum;

    Chances after(int events) {
      for (int m = (events + begun) / regularity; purchases < m; purchases++) {
        sum += stayed;
        stayed *= staysAfter(purchases);
      }
      return this;
    }
  }
}
