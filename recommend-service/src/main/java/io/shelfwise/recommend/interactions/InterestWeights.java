package io.shelfwise.recommend.interactions;

/**
 * How much interest each thing that customers do shows.
 *
 * <p>A customer's interest in a product is that of the strongest sign. A purchase that was brought
 * back is none, and a product that the customer rated badly is of no interest whatever else was
 * done with it.
 *
 * @param view of looking at it once; looking again adds as much
 * @param mostViews how many looks count
 * @param cart of laying it into the cart
 * @param purchase of buying it
 * @param praise of rating it well
 * @param goodStars from how many stars on a rating is good
 * @param badStars up to how many stars a rating is bad
 */
public record InterestWeights(
    double view,
    int mostViews,
    double cart,
    double purchase,
    double praise,
    double goodStars,
    double badStars) {

  /** What a purchase is worth when nothing else is said: everything else is told in its unit. */
  public static final InterestWeights USUAL = new InterestWeights(0.1, 4, 0.5, 1.0, 1.0, 4.0, 2.0);

  public InterestWeights {
    notNegative("view", view);
    notNegative("most-views", mostViews);
    notNegative("cart", cart);
    notNegative("purchase", purchase);
    notNegative("praise", praise);
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
  double interest(int views, int carts, boolean keeps, float stars) {
    if (isBad(stars)) {
      return 0;
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

  boolean isBad(float stars) {
    return stars > 0 && stars <= badStars;
  }
}
