/**
 * What a customer buys next, read from the orders so far.
 *
 * <p>Two recommenders share {@link io.shelfwise.recommend.baskets.Habits}, what a customer bought
 * how often and when. {@link io.shelfwise.recommend.baskets.NextBasketRecommender} tells what the
 * next order will have in it, known or new to the customer; {@link
 * io.shelfwise.recommend.baskets.BuyAgainRecommender} tells which of the products that were bought
 * before are due.
 */
@NullMarked
package io.shelfwise.recommend.baskets;

import org.jspecify.annotations.NullMarked;
