/**
 * What customers bought, sent back and rated, folded from the log event by event.
 *
 * <p>One thread writes, any number read: a {@link io.shelfwise.value.history.CustomerHistory} and a
 * store's {@link io.shelfwise.value.history.StoreTotals} never change, they are replaced. {@link
 * io.shelfwise.value.history.Histories} keeps the place in the log with what was made of it, so
 * that no event counts twice.
 */
@NullMarked
package io.shelfwise.value.history;

import org.jspecify.annotations.NullMarked;
