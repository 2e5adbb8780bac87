/**
 * Who buys in the shop: {@link io.shelfwise.standalone.shop.people.Shoppers} draws each customer's
 * tastes, purchase rhythm and level of spending. What is drawn here is the truth that models are to
 * recover from what customers do.
 */
@NullMarked
package io.shelfwise.standalone.shop.people;

import org.jspecify.annotations.NullMarked;
