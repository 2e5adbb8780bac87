package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.List;

/** One way in which products can be like a given one. */
interface Likeness {
  /** In what they can be like it. */
  List<Trait> traits();

  /** The documents that are most like it by this way alone, at most so many. */
  int[] nearest(int most) throws IOException;

  /**
   * How much documents are like it in each trait: 0 in none, and 1 in all together for the same.
   *
   * @param documents the documents, ascending
   * @return for each document a row, in it the parts of the traits
   */
  double[][] parts(int[] documents) throws IOException;
}
