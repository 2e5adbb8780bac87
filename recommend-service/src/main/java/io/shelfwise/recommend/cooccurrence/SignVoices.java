package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Places;
import io.shelfwise.recommend.model.ProductRows;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Voices;

/**
 * Lets the products speak with which a customer did something, the newest first and each once:
 * through what customers took who did the same. Not those that the customer turned against since,
 * brought back or rated badly; nor, of additions to the cart, what was taken out again.
 */
final class SignVoices implements Voices.Source {
  private static final double MINUTES_A_DAY = 24 * 60;

  private final Sign sign;
  private final ProductRows rows;
  private final Attention attention;

  /**
   * Those of a sign.
   *
   * @param with for each product, what it speaks for
   */
  SignVoices(Sign sign, SparseMatrix with, Attention attention) {
    this.sign = sign;
    this.rows = ProductRows.of(with);
    this.attention = attention;
  }

  @Override
  public void speak(Query query, Scratch scratch) {
    Trail trail = query.trail();
    Places heard = scratch.speaking;
    heard.reset();
    passOver(query.taste(), heard);
    for (int i = trail.size() - 1; i >= 0 && heard.size() < attention.length(); i--) {
      int product = trail.product(i);
      if (heard.of(product) >= 0) {
        continue;
      }
      if (takesBack(trail.kind(i))) {
        heard.add(product);
      } else if (trail.kind(i) == sign.kind()) {
        heard.add(product);
        double days = (trail.minute(trail.size() - 1) - trail.minute(i)) / MINUTES_A_DAY;
        double weight = sign.weight() * attention.fading(days);
        scratch.voices.add(product, weight, rows.row(product, query.deadline()), 0);
      }
    }
  }

  private static void passOver(Taste taste, Places heard) {
    for (int i = 0; i < taste.size(); i++) {
      if (taste.interest(i) < 0) {
        heard.add(taste.product(i));
      }
    }
  }

  private boolean takesBack(Kind kind) {
    return kind == Kind.CART_REMOVAL && sign.kind() == Kind.CART_ADDITION;
  }
}
