/**
 * The numerical methods that the models share: they know of functions and numbers, and nothing of
 * customers.
 *
 * <p>{@link io.shelfwise.value.numeric.LikelihoodFit} finds where a {@link
 * io.shelfwise.value.numeric.Likelihood} is highest, by {@link io.shelfwise.value.numeric.Bfgs},
 * and how sure that is, as {@link io.shelfwise.value.numeric.Estimates}. {@link
 * io.shelfwise.value.numeric.NegativeBinomial} counts events; {@link
 * io.shelfwise.value.numeric.PowerTail}, {@link io.shelfwise.value.numeric.LogConcave} and {@link
 * io.shelfwise.value.numeric.Quadrature} integrate what has no closed form; {@link
 * io.shelfwise.value.numeric.EstimateSpread} tells how far what follows from estimates may be off.
 */
@NullMarked
package io.shelfwise.value.numeric;

import org.jspecify.annotations.NullMarked;
