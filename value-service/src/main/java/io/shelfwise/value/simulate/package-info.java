/**
 * Populations of known truth: customers drawn as the models say that customers are, so that a fit
 * can be held against what it should have found.
 *
 * <p>A {@link io.shelfwise.value.simulate.SimulatedPopulation} draws each customer from a stream of
 * random numbers of the customer's own, so that a customer does not depend on how many others there
 * are, nor on threads.
 */
@NullMarked
package io.shelfwise.value.simulate;

import org.jspecify.annotations.NullMarked;
