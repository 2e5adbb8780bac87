/**
 * Follows the event log and hands each event on to its store. What was made of the log so far is
 * kept on disk with the place in the log, so that a restart goes on from there.
 */
@NullMarked
package io.shelfwise.recommend.feed;

import org.jspecify.annotations.NullMarked;
