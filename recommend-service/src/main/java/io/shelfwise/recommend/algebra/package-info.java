/**
 * Arithmetic on flat arrays: what recommenders spend their training in.
 *
 * <p>Nothing here knows of products or customers. A kernel uses the processor's vectors (module
 * {@code jdk.incubator.vector}) where the virtual machine was started with them, and plain loops
 * else; a test holds both to the same results. Work is cut into tiles by size alone and every tile
 * is computed by one thread from beginning to end, so that results are the same bit for bit on
 * however many threads.
 */
@NullMarked
package io.shelfwise.recommend.algebra;

import org.jspecify.annotations.NullMarked;
