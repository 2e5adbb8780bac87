package io.shelfwise.recommend.interactions;

/**
 * How much interest each thing that customers do shows.
 *
 * <p>A customer's interest in a product is that of the strongest sign. A product that was brought
 * back, all of it, or rated badly speaks against what is like it, whatever else was done with it;
 * unless it was brought back and rated well.
 *
 * @param view of looking at it once; looking again adds as much
 * @param mostViews how many looks count
 * @param cart of laying it into the cart
 * @param purchase of buying it
 * @param praise of rating it well
 * @param goodStars from how many stars on a rating is good
 * @param badStars up to how many stars a rating is bad
 * @param against how much it speaks against a product to bring it back or to rate it badly
 * @param halfLife after how many days an interest counts half when models are trained; infinite if
 *     it never does
 */
public record InterestWeights(
    double view,
    int mostViews,
    double cart,
    double purchase,
    double praise,
    double goodStars,
    double badStars,
    double against,
    double halfLife) {
  private static final double MINUTES_A_DAY = 24 * 60;

  /** What a purchase is worth when nothing else is said: everything else is told in its unit. */
  public static final InterestWeights USUAL =
      new InterestWeights(0.1, 4, 0.5, 1.0, 1.0, 4.0, 2.0, 0.5, Double.POSITIVE_INFINITY);

  public InterestWeights {
    notNegative("view", view);
    notNegative("most-views", mostViews);
    notNegative("cart", cart);
    notNegative("purchase", purchase);
    notNegative("praise", praise);
    notNegative("against", against);
    if (!(halfLife > 0)) {
      throw new IllegalArgumentException("half-life: " + halfLife + " (expected: > 0 days)");
    }
    if (goodStars <= badStars) {
      throw new IllegalArgumentException(
          "good-stars: " + goodStars + " (expected: > bad-stars " + badStars + ")");
    }
  }

  private static void notNegative(String name, double weight) {
    if (!(weight >= 0)) {
      throw new IllegalArgumentException(name + ": " + weight + " (expected: >= 0)");
    }
  }

  /** The interest that was shown; {@code stars} is 0 where there was no rating. */
  double interest(int views, int carts, boolean keeps, boolean broughtBack, float stars) {
    if (isBad(stars) || (broughtBack && stars < goodStars)) {
      return -against;
    }
    double interest = view * Math.min(views, mostViews);
    if (carts > 0) {
      interest = Math.max(interest, cart);
    }
    if (keeps) {
      interest = Math.max(interest, purchase);
    }
    if (stars >= goodStars) {
      interest = Math.max(interest, praise);
    }
    return interest;
  }

  /** Which part of an interest is left after so many minutes. */
  double fading(int minutes) {
    return Math.exp(-Math.max(0, minutes) / MINUTES_A_DAY * Math.log(2) / halfLife);
  }

  boolean isBad(float stars) {
    return stars > 0 && stars <= badStars;
  }
}
