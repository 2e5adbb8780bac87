/**
 * Measures a running Shelfwise from outside, as a storefront would meet it.
 *
 * <p>{@link io.shelfwise.standalone.bench.RecommendBench} asks for recommendations as fast as its
 * clients get answers; {@link io.shelfwise.standalone.bench.EffectBench} writes events and looks
 * how soon an answer shows them. Both run in a process of their own, print what they saw, and judge
 * nothing: machines differ, and a figure without its machine is no promise.
 */
@NullMarked
package io.shelfwise.standalone.bench;

import org.jspecify.annotations.NullMarked;
