/**
 * The sample shop: a general store that is made up from a seed, with customers whose rhythm,
 * spending and tastes are known.
 *
 * <p>{@link io.shelfwise.standalone.shop.SampleShop} gives products, customers and events as the
 * services take them, and {@link io.shelfwise.standalone.shop.ShopTruth} what was planted. Nothing
 * but the products is held in memory.
 */
@NullMarked
package io.shelfwise.standalone.shop;

import org.jspecify.annotations.NullMarked;
