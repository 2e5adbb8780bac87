/**
 * The numerical methods that the models share: they know of functions and numbers, and nothing of
 * customers.
 *
 * <p>{@link io.shelfwise.value.numeric.Bfgs} finds where a likelihood is highest; {@link
 * io.shelfwise.value.numeric.Quadrature} integrates what has no closed form.
 */
@NullMarked
package io.shelfwise.value.numeric;

import org.jspecify.annotations.NullMarked;
