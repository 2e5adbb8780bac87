package io.shelfwise.recommend.model;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import java.util.function.IntPredicate;

/**
 * What recommenders are asked.
 *
 * @param taste the products that speak
 * @param trail what was done, action by action: by the customer, or on the page or in the cart that
 *     is asked about
 * @param customer the id of the customer whose taste it is; empty when it is no one's
 * @param history whether the taste is a customer's history, of which products may be proposed too;
 *     else it is that of a page or a cart, of which they are not
 * @param allowed which products may be proposed at all
 * @param now the present in the store, in minutes since 1970
 * @param deadline the {@link System#nanoTime} at which the answer is of no use any more
 * @param explained whether it is asked what spoke for the proposals; if not, a recommender may
 *     leave out {@link Proposal#evidence}
 */
public record Query(
    Taste taste,
    Trail trail,
    String customer,
    boolean history,
    IntPredicate allowed,
    int now,
    long deadline,
    boolean explained) {

  /** A query about a taste alone, that may take its time. */
  public static Query of(Taste taste, String customer, boolean history, IntPredicate allowed) {
    return of(taste, Trail.NONE, customer, history, allowed, 0);
  }

  /** A query that may take its time. */
  public static Query of(
      Taste taste, Trail trail, String customer, boolean history, IntPredicate allowed, int now) {
    long never = System.nanoTime() + Long.MAX_VALUE / 2;
    return new Query(taste, trail, customer, history, allowed, now, never, true);
  }

  /** The same query of one who wants to know the products alone. */
  public Query unexplained() {
    return new Query(taste, trail, customer, history, allowed, now, deadline, false);
  }

  /**
   * Does nothing while there is time.
   *
   * @throws OverBudgetException if there is none left
   */
  public void checkTime() {
    if (System.nanoTime() - deadline > 0) {
      throw new OverBudgetException();
    }
  }
}
