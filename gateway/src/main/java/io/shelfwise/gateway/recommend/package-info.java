/**
 * Answers what to show: asks, blends, says why, signs.
 *
 * <p>A request becomes a {@link io.shelfwise.gateway.recommend.Question}, an {@link
 * io.shelfwise.gateway.recommend.Inquiry} puts it to recommend-service and value-service side by
 * side, and {@link io.shelfwise.gateway.recommend.Recommendations} makes one answer of what came
 * back in time: with the value comes the {@link io.shelfwise.gateway.rules.Weighting} that counts,
 * so candidates are asked of all recommenders that may. What did not is named in the answer; if it
 * is recommend-service as a whole, {@link io.shelfwise.gateway.recommend.LastBestsellers} stand in.
 */
@NullMarked
package io.shelfwise.gateway.recommend;

import org.jspecify.annotations.NullMarked;
