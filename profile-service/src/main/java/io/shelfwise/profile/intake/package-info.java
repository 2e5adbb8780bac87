/**
 * Checks an event and writes it once.
 *
 * <p>{@link io.shelfwise.profile.intake.EventRules} says what an event may be, and makes of it the
 * one form in which it is kept; {@link io.shelfwise.profile.intake.EventIntake} takes batches and
 * streams. Where the events go is an {@link io.shelfwise.profile.intake.EventSink}; that it is
 * Redis is not known here.
 */
@NullMarked
package io.shelfwise.profile.intake;

import org.jspecify.annotations.NullMarked;
