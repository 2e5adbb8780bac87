/**
 * What a customer will be worth: the models of a store, fitted, judged and kept in force, and what
 * they say of a customer.
 *
 * <p>{@link io.shelfwise.value.predict.ValueTrainer} makes {@link
 * io.shelfwise.value.predict.ValueModels} of a store's histories; {@link
 * io.shelfwise.value.predict.StoreModels} keeps those in force and makes new ones on a few threads
 * of its own; {@link io.shelfwise.value.predict.Prediction} is what they say.
 */
@NullMarked
package io.shelfwise.value.predict;

import org.jspecify.annotations.NullMarked;
