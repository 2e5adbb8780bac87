/**
 * The append-only log of everything customers did.
 *
 * <p>A store is kept in a fixed number of parts, by customer; see {@link
 * io.shelfwise.profile.log.Partition} for its keys. An event is kept once, as an entry of its
 * part's Redis Stream. The same script that appends it ({@code append.lua}) remembers its id among
 * those its customer has, notes the entry in the customer's history, and adds to the customer's
 * counts; so the four never disagree. Followers read the streams from a {@link
 * io.shelfwise.profile.log.LogCursor} that they keep themselves. The log has an id, which is
 * written with the register of the stores and lost with it, so that no one goes on from a place in
 * a log that was lost.
 */
@NullMarked
package io.shelfwise.profile.log;

import org.jspecify.annotations.NullMarked;
