/**
 * Asks each recommender what it proposes to a customer, or around products, and lists the answers
 * with their evidence. What the shop cannot show, and what the caller does not want, is never
 * proposed. What the customer's own history says of a candidate besides, {@link
 * io.shelfwise.recommend.propose.Familiarity}, is told with it, by the {@link
 * io.shelfwise.recommend.propose.Categories} that products count by.
 */
@NullMarked
package io.shelfwise.recommend.propose;

import org.jspecify.annotations.NullMarked;
