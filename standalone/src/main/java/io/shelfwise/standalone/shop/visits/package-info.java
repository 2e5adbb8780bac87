/**
 * What customers do in the shop: the {@link io.shelfwise.standalone.shop.visits.Storyteller} tells
 * it as visits, on which products are searched, looked at, laid into the cart and bought, and of
 * what comes after: returns, ratings and answers to a survey.
 */
@NullMarked
package io.shelfwise.standalone.shop.visits;

import org.jspecify.annotations.NullMarked;
