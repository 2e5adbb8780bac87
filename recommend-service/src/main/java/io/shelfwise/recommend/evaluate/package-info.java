/**
 * Judges recommenders by what customers did that the recommenders did not know of.
 *
 * <p>A {@link io.shelfwise.recommend.evaluate.SplitRule} cuts what happened in two. A {@link
 * io.shelfwise.recommend.evaluate.TrainedShop} takes in the known part, is trained on it, and ranks
 * every product there is for each customer: {@link io.shelfwise.recommend.evaluate.TopLists}. A
 * {@link io.shelfwise.recommend.evaluate.Judgement} holds these against the other part by each
 * {@link io.shelfwise.recommend.evaluate.Measure}, customer by customer, so that means can be taken
 * over any group, with a {@link io.shelfwise.recommend.evaluate.Bootstrap} interval, and compared
 * by a {@link io.shelfwise.recommend.evaluate.PairedTest}. A {@link
 * io.shelfwise.recommend.evaluate.BlendFit} finds weights for a {@link
 * io.shelfwise.recommend.evaluate.Blend}, and others for longer histories: {@link
 * io.shelfwise.recommend.evaluate.BlendByHistory}. All of it gives the same on any number of cores.
 */
@NullMarked
package io.shelfwise.recommend.evaluate;

import org.jspecify.annotations.NullMarked;
