/**
 * A Redis server of our own: a real {@code redis-server}, started beside us and ended with us.
 *
 * <p>{@link io.shelfwise.standalone.redis.RedisBinary} finds the program, {@link
 * io.shelfwise.standalone.redis.RedisProcess} runs it.
 */
@NullMarked
package io.shelfwise.standalone.redis;

import org.jspecify.annotations.NullMarked;
