/**
 * Where customers stand on the way from the first look to the last purchase, when they came there,
 * and what to do about it.
 *
 * <p>{@link io.shelfwise.value.lifecycle.Lifecycle} walks along a customer's purchases and asks
 * {@link io.shelfwise.value.lifecycle.LifecycleRule} what the {@link
 * io.shelfwise.value.lifecycle.Signs} of a day mean; {@link
 * io.shelfwise.value.lifecycle.ActionTable} says what the shop does then. Nothing is stored.
 */
@NullMarked
package io.shelfwise.value.lifecycle;

import org.jspecify.annotations.NullMarked;
