package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.interactions.Taste;
import java.util.HashMap;
import java.util.Map;

/**
 * How familiar a customer is with each category: the share of the interest shown so far that went
 * to its products.
 *
 * <pre>
 * familiarity(category) = Σ interest(product) over the history's products of the category ÷ Σ interest(product) over all of them
 * </pre>
 *
 * <p>A product counts in the widest of its categories, or where it is thought to belong; one of
 * which neither is known, or that is not in the catalogue any more, tells nothing either way.
 *
 * @param byCategory more than 0, to 1; a category that is not there is new to the customer. Empty
 *     if nothing is known of the customer
 */
public record Familiarity(Map<String, Double> byCategory) {
  /** That of a customer of whom nothing is known. */
  static final Familiarity UNKNOWN = new Familiarity(Map.of());

  public Familiarity {
    byCategory = Map.copyOf(byCategory);
  }

  /** That of the customer with this history. */
  static Familiarity of(Taste history, Categories categories) {
    Map<String, Double> interests = new HashMap<>();
    double whole = 0;
    for (int i = 0; i < history.size(); i++) {
      double interest = history.interest(i);
      String category = categories.of(history.product(i)).name();
      if (interest > 0 && !category.isEmpty()) {
        interests.merge(category, interest, Double::sum);
        whole += interest;
      }
    }
    double all = whole;
    interests.replaceAll((_, interest) -> Math.min(1, interest / all));
    return new Familiarity(interests);
  }
}
