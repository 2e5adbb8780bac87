/**
 * What is liked by the same customers: products that are neighbours of each other, by the cosine,
 * by BM25 or by a random walk from product to customer to product.
 *
 * <p>Trained is one sparse matrix of products by products; a history is answered by adding up the
 * rows of its products, {@link io.shelfwise.recommend.model.RelatedProducts}. What is alike is all
 * that the three differ in: {@link io.shelfwise.recommend.neighbors.items.Likeness}.
 */
@NullMarked
package io.shelfwise.recommend.neighbors.items;

import org.jspecify.annotations.NullMarked;
