package io.shelfwise.recommend.model;

/** Something that spoke for a proposal, and how much of the proposal's score is due to it. */
public sealed interface Evidence {
  /** How many pieces of evidence a proposal has at most. */
  int MOST = 5;

  /** The part of the score that is due to it. */
  double weight();

  /** A product of the query's taste. */
  record FromProduct(int product, double weight) implements Evidence {}

  /** A word that the proposal shares with products of the query's taste. */
  record FromTerm(String term, double weight) implements Evidence {}

  /** So many customers. */
  record FromCustomers(int count, double weight) implements Evidence {}
}
