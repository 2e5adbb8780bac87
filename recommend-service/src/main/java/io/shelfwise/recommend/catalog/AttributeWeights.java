package io.shelfwise.recommend.catalog;

/**
 * How much each kind of attribute has to say in how alike two products are.
 *
 * @param brand of the brand
 * @param category of each step of the category path
 * @param price of the price
 * @param other of each further attribute
 */
public record AttributeWeights(double brand, double category, double price, double other) {
  // Its square is counted as a term's frequency, and Lucene counts a document's terms in an int.
  private static final double HIGHEST = 100;

  /** All alike. */
  public static final AttributeWeights EVEN = new AttributeWeights(1, 1, 1, 1);

  public AttributeWeights {
    require("brand", brand);
    require("category", category);
    require("price", price);
    require("other", other);
  }

  private static void require(String name, double weight) {
    if (!(weight >= 0 && weight <= HIGHEST)) {
      throw new IllegalArgumentException(name + ": " + weight + " (expected: 0 to 100)");
    }
  }
}
