/**
 * What is out of the ordinary about customers and worth a look: what they spend, send back and how
 * often they order, in the last days, compared with the store's other customers and with their own
 * time before.
 *
 * <p>{@link io.shelfwise.value.risk.ReviewList} looks at a whole store. Where there is too little
 * to compare with, or all are alike, nothing is out of the ordinary.
 */
@NullMarked
package io.shelfwise.value.risk;

import org.jspecify.annotations.NullMarked;
