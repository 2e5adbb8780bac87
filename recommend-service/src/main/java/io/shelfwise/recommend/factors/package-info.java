/**
 * What is close to the customer in a space of a few dimensions: a customer's interest in a product
 * is the inner product of a vector of the customer's and one of the product's, their factors.
 *
 * <p>The {@link io.shelfwise.recommend.factors.FactorTrainer} solves for the factors of one side
 * while those of the other are fixed, in turn; each half is a least-squares problem a row. At the
 * moment of asking, the customer's factors are solved for once more from the history as it is then,
 * so that the newest event changes the next answer; what the model keeps is the products'.
 */
@NullMarked
package io.shelfwise.recommend.factors;

import org.jspecify.annotations.NullMarked;
