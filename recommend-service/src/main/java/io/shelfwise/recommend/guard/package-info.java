/**
 * Judges a new model by what was kept from it, and tells whether it may take the place of the one
 * that answers now.
 *
 * <p>{@link io.shelfwise.recommend.guard.HeldOutSample} asks a model for each customer of whom a
 * product was withheld; {@link io.shelfwise.recommend.guard.Guard} compares two models by that.
 */
@NullMarked
package io.shelfwise.recommend.guard;

import org.jspecify.annotations.NullMarked;
