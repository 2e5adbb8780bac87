/**
 * Answers what customers are and will be worth: from here on it is the contract's messages again.
 *
 * <p>{@link io.shelfwise.value.endpoint.ValueEndpoint} takes the calls; {@link
 * io.shelfwise.value.endpoint.CustomerValues} and {@link io.shelfwise.value.endpoint.ModelFits}
 * find what to answer.
 */
@NullMarked
package io.shelfwise.value.endpoint;

import org.jspecify.annotations.NullMarked;
