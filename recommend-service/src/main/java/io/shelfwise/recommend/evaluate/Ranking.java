package io.shelfwise.recommend.evaluate;

/**
 * One customer's list, as measures look at it.
 *
 * @param lists all lists
 * @param test who is judged, and by what
 * @param facts what is known of the products
 * @param customer whose list it is
 */
record Ranking(TopLists lists, TestSet test, ProductFacts facts, int customer) {
  /** The product at a rank from 0; {@link TopLists#NONE} if the list has ended. */
  int product(int rank) {
    return lists.product(customer, rank);
  }

  /** Whether the product at a rank from 0 is relevant. */
  boolean hit(int rank) {
    int product = product(rank);
    return product != TopLists.NONE && test.isRelevant(customer, product);
  }

  int hits(int k) {
    int hits = 0;
    for (int rank = 0; rank < k; rank++) {
      hits += hit(rank) ? 1 : 0;
    }
    return hits;
  }

  /** How many of the first k places are taken. */
  int length(int k) {
    return Math.min(k, lists.size(customer));
  }

  /** How many products are relevant. */
  int relevant() {
    return test.relevantCount(customer);
  }
}
