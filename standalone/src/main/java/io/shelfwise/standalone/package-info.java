/**
 * The {@code shelfwise} command: what can be typed, and nothing else. What is done is in the
 * packages below.
 *
 * @see io.shelfwise.standalone.Shelfwise
 */
@NullMarked
package io.shelfwise.standalone;

import org.jspecify.annotations.NullMarked;
