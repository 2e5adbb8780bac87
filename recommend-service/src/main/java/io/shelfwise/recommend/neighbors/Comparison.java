package io.shelfwise.recommend.neighbors;

import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Scratch;

/** Customers that whoever asks is compared with. */
interface Comparison {
  /** How much each product of the query's taste says about whose taste it is. */
  double[] weights(Query query, Attention attention);

  /**
   * Leaves the nearest customers in {@code scratch.neighbors}, scored by their similarity, which is
   * more than 0 in view of all products of both, also where not all customers of a product are
   * looked at to find them.
   *
   * @param weights of the products of the query's taste
   * @param self the row of the customer who asks, who is no neighbour; less than 0: none
   * @param size how many
   */
  void findNearest(Query query, double[] weights, int self, int size, Scratch scratch);
}
