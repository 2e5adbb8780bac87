/**
 * What the shop sells: the {@link io.shelfwise.standalone.shop.goods.Lexicon} holds the kinds of
 * goods that there are, the {@link io.shelfwise.standalone.shop.goods.Assortment} the products made
 * of it, with {@link io.shelfwise.standalone.shop.goods.Complements planted complements} and a
 * {@link io.shelfwise.standalone.shop.goods.Shelf} per category to take products from at a price.
 */
@NullMarked
package io.shelfwise.standalone.shop.goods;

import org.jspecify.annotations.NullMarked;
