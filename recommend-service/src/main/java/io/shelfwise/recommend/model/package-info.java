/**
 * What all recommenders have in common: they are asked a {@link
 * io.shelfwise.recommend.model.Query}, and answer {@link io.shelfwise.recommend.model.Proposal}s
 * with the {@link io.shelfwise.recommend.model.Evidence} that spoke for them.
 *
 * <p>Every recommender that goes from product to product is served by one piece of code, {@link
 * io.shelfwise.recommend.model.RelatedProducts}: it adds up the rows of the products that speak. A
 * further one of that kind need only bring its rows.
 */
@NullMarked
package io.shelfwise.recommend.model;

import org.jspecify.annotations.NullMarked;
