/**
 * What sets a group of customers apart, in rules that a marketer can read.
 *
 * <p>{@link io.shelfwise.value.explain.SegmentExplainer} grows a small decision tree on the
 * customers' features and writes the branches that lead into the group as {@link
 * io.shelfwise.value.explain.Rule}s; an {@link io.shelfwise.value.explain.Explanation} says how far
 * they can be trusted, by customers from whom they were not made.
 */
@NullMarked
package io.shelfwise.value.explain;

import org.jspecify.annotations.NullMarked;
