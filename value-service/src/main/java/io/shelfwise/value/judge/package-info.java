/**
 * How well forecasts fare: what was expected of customers, beside what came.
 *
 * <p>A {@link io.shelfwise.value.judge.Comparison} holds both for each customer of a holdout, and
 * sums up as {@link io.shelfwise.value.judge.Accuracy}, by {@link io.shelfwise.value.judge.Decile
 * deciles} of the forecast and by {@link io.shelfwise.value.judge.FrequencyGroup what customers had
 * bought before}. {@link io.shelfwise.value.judge.Tracking} follows all customers together over
 * time. No one figure tells all: the mean absolute error of customers who mostly do not come is low
 * for whoever expects nobody, so it is read beside the bias, the ranking and the tracking.
 *
 * <p>Forecasts are numbers here, whatever model made them and whether they count purchases or
 * money.
 */
@NullMarked
package io.shelfwise.value.judge;

import org.jspecify.annotations.NullMarked;
