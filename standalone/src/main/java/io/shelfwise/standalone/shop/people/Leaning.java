package io.shelfwise.standalone.shop.people;

import java.util.List;

/**
 * What a customer is drawn to.
 *
 * @param first the taste behind most of what the customer looks at
 * @param second the taste behind the rest; it may be the same
 * @param style the style of the makers that the customer prefers
 * @param categoryShares how much the customer is drawn to each category, by the category's index;
 *     sums to 1
 */
public record Leaning(Taste first, Taste second, String style, List<Double> categoryShares) {
  public Leaning {
    categoryShares = List.copyOf(categoryShares);
  }
}
