/**
 * What customers did with products, in memory, one {@link
 * io.shelfwise.recommend.interactions.StoreInteractions} a store.
 *
 * <p>Products and customers are numbers here, given by a {@link
 * io.shelfwise.recommend.interactions.Dictionary} in the order in which they were first seen and
 * never changed. Of each customer there is a {@link io.shelfwise.recommend.interactions.History},
 * summed up by product, and a {@link io.shelfwise.recommend.interactions.Journal}, action by
 * action; a single thread writes them as events arrive. Models are trained on an immutable {@link
 * io.shelfwise.recommend.interactions.TrainingData} and asked with a {@link
 * io.shelfwise.recommend.interactions.Taste} and a {@link
 * io.shelfwise.recommend.interactions.Trail}, which are read at the moment of asking: that is why
 * the newest event changes the next answer.
 */
@NullMarked
package io.shelfwise.recommend.interactions;

import org.jspecify.annotations.NullMarked;
