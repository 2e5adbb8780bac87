package io.shelfwise.recommend.catalog;

/**
 * Something that products have or have not: a value of an attribute, or a stretch of numbers that
 * it lies in.
 *
 * @param term how the index writes it
 * @param name the attribute, as the shop calls it
 * @param value its value, as this product writes it
 * @param weight the square of what it weighs, in thousandths; at least 1
 */
public record AttributeTerm(String term, String name, String value, int weight) {
  /** How many units a weight of 1 has. */
  public static final int UNIT = 1000;
}
