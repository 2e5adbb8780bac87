/**
 * recommend-service: what the shop sells, and what to show to whom.
 *
 * <p>{@link io.shelfwise.recommend.feed} follows the event log and brings what customers did into
 * {@link io.shelfwise.recommend.interactions}; {@link io.shelfwise.recommend.catalog} holds the
 * products. {@link io.shelfwise.recommend.training} makes models of both, and {@link
 * io.shelfwise.recommend.propose} asks them. {@link io.shelfwise.recommend.RecommendNode} puts all
 * of it together.
 */
@NullMarked
package io.shelfwise.recommend;

import org.jspecify.annotations.NullMarked;
