/**
 * Judges the recommenders of a store by the store's own past: they are trained anew on what
 * happened before some moment, and asked what customers bought after it.
 *
 * <p>A {@link io.shelfwise.recommend.trial.Trial} runs behind the answers, on the thread on which
 * models are trained; the models that answer are not touched. {@link
 * io.shelfwise.recommend.trial.Trials} remembers the latest of each store.
 */
@NullMarked
package io.shelfwise.recommend.trial;

import org.jspecify.annotations.NullMarked;
