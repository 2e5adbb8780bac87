/**
 * What is bought by whoever buys this: association rules over orders.
 *
 * <p>{@link io.shelfwise.recommend.rules.Baskets} are the orders, as far as their products are
 * bought often enough. {@link io.shelfwise.recommend.rules.SetGrowth} finds the sets of products
 * that are bought together often ({@link io.shelfwise.recommend.rules.FrequentSets}) by FP-growth
 * over an {@link io.shelfwise.recommend.rules.OrderTree}; {@link
 * io.shelfwise.recommend.rules.RuleMaker} makes rules of them. When it is asked, {@link
 * io.shelfwise.recommend.rules.RulesRecommender} applies every rule whose condition is among the
 * products that speak.
 */
@NullMarked
package io.shelfwise.recommend.rules;

import org.jspecify.annotations.NullMarked;
