/**
 * Makes models out of what customers did: on demand, on a schedule, and when a store has none. The
 * models answer when all are made, and are kept on disk.
 */
@NullMarked
package io.shelfwise.recommend.training;

import org.jspecify.annotations.NullMarked;
