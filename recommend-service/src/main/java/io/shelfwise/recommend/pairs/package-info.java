/**
 * Which products have customers in common: the one sparse matrix product that every recommender
 * from product to product is trained with, {@link io.shelfwise.recommend.pairs.SharedCustomers},
 * bounded so that no customer and no product can make it quadratic.
 *
 * <p>It counts and adds up; what two products are to each other then is told by a {@link
 * io.shelfwise.recommend.pairs.PairWeight} of the recommender's own.
 */
@NullMarked
package io.shelfwise.recommend.pairs;

import org.jspecify.annotations.NullMarked;
