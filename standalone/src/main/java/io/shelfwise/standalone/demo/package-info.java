/**
 * The demo: a shop from nothing to the first recommendation.
 *
 * <p>{@link io.shelfwise.standalone.demo.DemoShop} is the shop, {@link
 * io.shelfwise.standalone.demo.Showcase} picks the customer to show while the events go by, {@link
 * io.shelfwise.standalone.demo.CustomerSheet} prints what is known of that customer, and {@link
 * io.shelfwise.standalone.demo.NextSteps} what to type next.
 */
@NullMarked
package io.shelfwise.standalone.demo;

import org.jspecify.annotations.NullMarked;
