package io.shelfwise.recommend.model;

import java.util.ArrayList;
import java.util.List;

/** Something that spoke for a proposal, and how much of the proposal's score is due to it. */
public sealed interface Evidence {
  /** How many pieces of evidence a proposal has at most, beside {@link Rest}. */
  int MOST = 5;

  /** Which part of a score is not worth telling: weights are kept in single precision. */
  double ROUNDING = 1e-6;

  /** The part of the score that is due to it. */
  double weight();

  /**
   * Adds to what is told the rest that makes it add up to the whole score, if it is more than
   * rounding leaves.
   */
  static List<Evidence> completed(List<Evidence> told, double score) {
    double rest = score;
    for (Evidence evidence : told) {
      rest -= evidence.weight();
    }
    if (Math.abs(rest) <= ROUNDING * score) {
      return told;
    }
    List<Evidence> all = new ArrayList<>(told.size() + 1);
    all.addAll(told);
    all.add(new Rest(rest));
    return all;
  }

  /** A product of the query's taste. */
  record FromProduct(int product, double weight) implements Evidence {}

  /** A word that the proposal shares with products of the query's taste. */
  record FromTerm(String term, double weight) implements Evidence {}

  /** So many customers. */
  record FromCustomers(int count, double weight) implements Evidence {}

  /** A property that the proposal shares with products of the query's taste. */
  record FromAttribute(String name, String value, double weight) implements Evidence {}

  /**
   * A rule, by which whoever takes some products takes the proposal too.
   *
   * @param products the products of the rule's condition
   * @param together how many orders had those and the proposal
   * @param confidence which part of the orders that had those had the proposal too, 0 to 1
   * @param lift how many times as often as among all orders that is
   */
  record FromRule(
      List<Integer> products, int together, double confidence, double lift, double weight)
      implements Evidence {
    public FromRule {
      products = List.copyOf(products);
    }
  }

  /**
   * The customer's own habit.
   *
   * @param orders how many orders of the customer had the proposal
   * @param intervalDays how many days lie between them as a rule; 0 if there was but one
   * @param sinceDays how many days ago the last of them was
   */
  record FromHabit(int orders, double intervalDays, double sinceDays, double weight)
      implements Evidence {}

  /**
   * All that is not told, together: what makes the weights add up to the score. Less than 0 where
   * what is not told spoke against the proposal.
   */
  record Rest(double weight) implements Evidence {}
}
