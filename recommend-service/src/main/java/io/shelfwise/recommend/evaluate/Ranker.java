package io.shelfwise.recommend.evaluate;

import java.util.List;

/** Something that ranks products for a customer, to be judged. */
@FunctionalInterface
public interface Ranker {
  /** At least the first twenty products by number, the best first; fewer when there are no more. */
  List<Integer> rank(String customer);
}
