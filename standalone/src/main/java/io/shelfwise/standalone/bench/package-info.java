/**
 * Measures a running Shelfwise from outside, as a storefront would meet it.
 *
 * <p>{@link io.shelfwise.standalone.bench.RecommendBench} asks for recommendations as fast as its
 * clients get answers; {@link io.shelfwise.standalone.bench.EffectBench} writes events and looks
 * how soon an answer shows them; {@link io.shelfwise.standalone.bench.ValueAnswersBench} asks for
 * customers' values at a fixed rate. All run in a process of their own, print what they saw, and
 * judge nothing: machines differ, and a figure without its machine is no promise. {@link
 * io.shelfwise.standalone.bench.ValueBench} measures the value models by themselves, and {@link
 * io.shelfwise.standalone.bench.SearchBench} a catalogue.
 */
@NullMarked
package io.shelfwise.standalone.bench;

import org.jspecify.annotations.NullMarked;
