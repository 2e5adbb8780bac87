/**
 * Tells a store's customers apart by what they did: thirds by spend ({@link
 * io.shelfwise.value.segment.Terciles}), levels by thresholds ({@link
 * io.shelfwise.value.segment.Levels}), recency, frequency and monetary scores and the segments that
 * they make ({@link io.shelfwise.value.segment.Rfm}), and loyalty ({@link
 * io.shelfwise.value.segment.LoyaltyRule}).
 *
 * <p>What depends on the other customers is found of all of them at once and kept as {@link
 * io.shelfwise.value.segment.Scales}; the answer for one customer is then a few comparisons.
 */
@NullMarked
package io.shelfwise.value.segment;

import org.jspecify.annotations.NullMarked;
