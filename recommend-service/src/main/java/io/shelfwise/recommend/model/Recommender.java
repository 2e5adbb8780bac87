package io.shelfwise.recommend.model;

import java.util.List;

/** A way to find products. Immutable, and safe to ask from many threads at once. */
public interface Recommender {
  /**
   * Proposes products.
   *
   * @param query what is asked
   * @param count how many products at most
   * @param scratch room to work in, for this call
   * @return the proposals, best first, products of equal score in the order of their numbers; empty
   *     when nothing speaks
   * @throws OverBudgetException if the query's time is over
   */
  List<Proposal> propose(Query query, int count, Scratch scratch);
}
