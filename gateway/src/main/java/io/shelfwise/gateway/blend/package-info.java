/**
 * Makes one ranking of what several recommenders propose.
 *
 * <p>Each recommender hands in {@link io.shelfwise.gateway.blend.Proposals}, scored in a unit of
 * its own. {@link io.shelfwise.gateway.blend.Weights} say how much each is trusted. {@link
 * io.shelfwise.gateway.blend.Ranking} divides a list's scores by the highest of them, so that lists
 * can be compared, and adds them up:
 *
 * <pre>
 * score(product) = Σ weight(recommender) × score(recommender, product) ÷ highest score of that recommender's list
 * </pre>
 *
 * <p>Weights sum to 1 over the recommenders that are asked, whether or not they have something to
 * say: the weight of one that is silent is not earned by the others. So a score says how much of
 * the trust that there is speaks for a product, and does not leap because a recommender is late;
 * the order among the products would be the same either way.
 *
 * <p>What scores the products that others propose hands in its scores as proposals too, and is not
 * told apart from recommenders here.
 *
 * <p>Nothing here knows what a product is: products are places in a list, and the arithmetic is on
 * flat arrays.
 */
@NullMarked
package io.shelfwise.gateway.blend;

import org.jspecify.annotations.NullMarked;
