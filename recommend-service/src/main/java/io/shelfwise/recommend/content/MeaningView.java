package io.shelfwise.recommend.content;

import java.util.Arrays;

/**
 * Who sits where, of the products of a view: those that came after the learning have no seat, and
 * of those that have left, the seat is empty.
 *
 * @param learned what was learned
 * @param seats the seat of each product; -1 if it has none
 * @param products the product of each seat; -1 if it has left
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record MeaningView(LearnedMeaning learned, int[] seats, int[] products) {
  static final int NONE = -1;

  static MeaningView of(LearnedMeaning learned, CatalogView view) {
    int[] seats = new int[view.size()];
    int[] products = new int[learned.ids().size()];
    Arrays.fill(seats, NONE);
    for (int seat = 0; seat < products.length; seat++) {
      int product = view.number(learned.ids().get(seat));
      products[seat] = Math.max(NONE, product);
      if (product >= 0) {
        seats[product] = seat;
      }
    }
    return new MeaningView(learned, seats, products);
  }
}
