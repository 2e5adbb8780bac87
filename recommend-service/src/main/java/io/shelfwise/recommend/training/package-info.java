/**
 * Makes models out of what customers did: on demand, on a schedule, and when a store has none. The
 * models answer one by one, each as soon as it is made, and are kept on disk.
 */
@NullMarked
package io.shelfwise.recommend.training;

import org.jspecify.annotations.NullMarked;
