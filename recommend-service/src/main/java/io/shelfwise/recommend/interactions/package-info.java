/**
 * What customers did with products, in memory, one {@link
 * io.shelfwise.recommend.interactions.StoreInteractions} a store.
 *
 * <p>Products and customers are numbers here, given by a {@link
 * io.shelfwise.recommend.interactions.Dictionary} in the order in which they were first seen and
 * never changed. Each customer has a {@link io.shelfwise.recommend.interactions.History}, which a
 * single thread writes as events arrive. Models are trained on an immutable {@link
 * io.shelfwise.recommend.interactions.Interests} and asked with a {@link
 * io.shelfwise.recommend.interactions.Taste}, which is read from the history at the moment of
 * asking: that is why the newest event changes the next answer.
 */
@NullMarked
package io.shelfwise.recommend.interactions;

import org.jspecify.annotations.NullMarked;
