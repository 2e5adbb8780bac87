/**
 * Follows the log of what customers did and hands on what bears on their value.
 *
 * <p>Here the contract's messages end: a part of the log goes on as a {@link
 * io.shelfwise.value.feed.LogPart} of plain {@link io.shelfwise.value.feed.CustomerEvent}s, with
 * money summed up in millionths.
 */
@NullMarked
package io.shelfwise.value.feed;

import org.jspecify.annotations.NullMarked;
