package io.shelfwise.value.history;

/** What is counted by the day of what a customer does besides buying. */
public enum Act {
  /** Product pages looked at. */
  VIEWS(0),
  /** Times that a product was laid into the cart. */
  CART_ADDITIONS(1),
  /** Times that a product was taken out of the cart. */
  CART_REMOVALS(2),
  /** Searches. */
  SEARCHES(3),
  /** Ratings given. */
  RATINGS(4),
  /** The stars of these ratings, in thousandths. */
  MILLI_STARS(5);

  /** What it is kept by. */
  final int number;

  Act(int number) {
    this.number = number;
  }
}
