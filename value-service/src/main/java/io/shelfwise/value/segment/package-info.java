/**
 * Which third of a store's customers one belongs to by what was spent, and what marketing does with
 * that third.
 */
@NullMarked
package io.shelfwise.value.segment;

import org.jspecify.annotations.NullMarked;
