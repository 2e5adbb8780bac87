/**
 * The way to Redis: one connection, to a single server or to a cluster, and scripts that run there.
 *
 * <p>Everything that Redis can fail with becomes an answer to the caller in one place, {@link
 * io.shelfwise.profile.redis.Redis}.
 */
@NullMarked
package io.shelfwise.profile.redis;

import org.jspecify.annotations.NullMarked;
