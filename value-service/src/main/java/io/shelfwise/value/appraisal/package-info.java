/**
 * Puts together what all rules and models say of a store's customers: of one exactly and now
 * ({@link io.shelfwise.value.appraisal.Appraiser}), of all in a list that can be sorted and
 * filtered ({@link io.shelfwise.value.appraisal.Board}).
 *
 * <p>A board is made anew when something changed, at bounded cost; the numbers of one customer are
 * always those of this moment.
 */
@NullMarked
package io.shelfwise.value.appraisal;

import org.jspecify.annotations.NullMarked;
