package io.shelfwise.recommend.pairs;

/** How strong a pair of products is, by what their common customers tell. */
@FunctionalInterface
public interface PairWeight {
  /**
   * The weight of a pair; one that is not more than 0 is not kept.
   *
   * @param row the product whose row it is
   * @param column the other product
   * @param together how many customers have both; estimated where not all were asked
   * @param dot the sum, over those customers, of the product of their two values
   */
  double of(int row, int column, double together, double dot);
}
