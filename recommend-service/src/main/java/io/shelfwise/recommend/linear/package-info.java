/**
 * A linear autoencoder: which products foretell which, all of them weighed against each other at
 * once.
 *
 * <p>{@link io.shelfwise.recommend.linear.AutoencoderTrainer} learns of the products that anyone
 * has an interest in ({@code LearnedProducts}). Up to a number of them it inverts the matrix of
 * what products have in common ({@code ExactWeights}); above, each product is foretold by its
 * nearest neighbours only ({@code NeighborWeights}), whose cost does not grow with the square of
 * the catalogue. Either way the model is one sparse matrix of weights, some of them negative.
 */
@NullMarked
package io.shelfwise.recommend.linear;

import org.jspecify.annotations.NullMarked;
