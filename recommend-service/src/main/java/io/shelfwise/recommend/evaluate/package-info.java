/**
 * Judges recommenders by what customers did later: a time split, a ranking of the whole catalogue,
 * and means over customers.
 */
@NullMarked
package io.shelfwise.recommend.evaluate;

import org.jspecify.annotations.NullMarked;
