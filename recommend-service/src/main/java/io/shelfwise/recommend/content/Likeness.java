package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * One way in which products, by their numbers in a {@link CatalogView}, can be like a given one.
 */
interface Likeness {
  /** In what they can be like it. */
  List<Trait> traits();

  /**
   * The products that are most like it by this way alone, at most so many.
   *
   * @param allowed whether a product may be among them
   */
  int[] nearest(int most, IntPredicate allowed) throws IOException;

  /**
   * How much products are like it in each trait: 0 in none, and 1 in all together for the same.
   *
   * @param products the products, ascending
   * @param parts a row of zeros for each product, to which the parts of the traits go
   * @param from where in a row those of this way begin
   */
  void tell(int[] products, double[][] parts, int from) throws IOException;
}
