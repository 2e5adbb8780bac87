/**
 * What the command shows: progress, tables, amounts of money, and the one line that says why it
 * could not go on.
 */
@NullMarked
package io.shelfwise.standalone.terminal;

import org.jspecify.annotations.NullMarked;
