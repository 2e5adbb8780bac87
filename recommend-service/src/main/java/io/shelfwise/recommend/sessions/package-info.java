/**
 * What came up in visits like this one: good for visitors of whom nothing is known but the last few
 * clicks.
 *
 * <p>{@link io.shelfwise.recommend.sessions.SessionsTrainer} keeps the visits of the past and, for
 * each product, the newest of those that came by it. When it is asked, {@link
 * io.shelfwise.recommend.sessions.SessionsRecommender} looks up which of them are like the present
 * {@link io.shelfwise.recommend.sessions.Visit}.
 */
@NullMarked
package io.shelfwise.recommend.sessions;

import org.jspecify.annotations.NullMarked;
