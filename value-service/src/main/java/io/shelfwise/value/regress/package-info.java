/**
 * What a customer will spend in the next days, learned from features: what others with such
 * features spent afterwards.
 *
 * <p>A {@link io.shelfwise.value.regress.SpendRegression} makes of a {@link
 * io.shelfwise.value.regress.RegressionSample} an immutable {@link
 * io.shelfwise.value.regress.SpendRegressor}; {@link io.shelfwise.value.regress.SpendRegressions}
 * knows all kinds. {@link io.shelfwise.value.regress.SpendTrial} holds them against what came, on
 * days that none of them has seen. Tribuo learns; what it learned is kept as plain numbers, so that
 * asking needs no library and takes microseconds.
 */
@NullMarked
package io.shelfwise.value.regress;

import org.jspecify.annotations.NullMarked;
