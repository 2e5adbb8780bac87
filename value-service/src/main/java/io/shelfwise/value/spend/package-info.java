/**
 * What a purchase day of a customer will be worth: what is looked at, the model, and how it is
 * fitted.
 *
 * <p>As in the literature the first purchase day is left out, for the model and for the customer
 * alike.
 */
@NullMarked
package io.shelfwise.value.spend;

import org.jspecify.annotations.NullMarked;
