package io.shelfwise.value.lifecycle;

import java.util.Optional;

/**
 * A customer came from one stage into another.
 *
 * @param from the stage before; empty for the first
 * @param to the stage after
 * @param day when, as {@link io.shelfwise.value.history.CustomerHistory#dayOf}
 */
public record StageChange(Optional<Stage> from, Stage to, int day) {}
