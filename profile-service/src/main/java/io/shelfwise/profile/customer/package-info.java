/**
 * What we know of a customer: who it is, and what it did, counted and listed.
 *
 * <p>Who a customer is is personal: it is encrypted, under a key of the customer's own, before it
 * reaches Redis. What a customer did is read from where the log has put it.
 */
@NullMarked
package io.shelfwise.profile.customer;

import org.jspecify.annotations.NullMarked;
