/**
 * value-service: what a customer is and will be worth.
 *
 * <p>The packages in the order in which data flows: {@code feed} follows the log of events, {@code
 * history} folds it into what each customer bought, {@code purchases} and {@code spend} model how
 * often and how much one buys, {@code segment} tells a store's customers apart by what they did,
 * {@code lifecycle} where they stand, {@code risk} what is out of the ordinary about them. {@code
 * features} tells customers in numbers as of any day, to which {@code catalog} adds categories and
 * brands; {@code regress} learns spend from these, {@code cluster} finds groups by them, {@code
 * explain} tells groups apart by them, and {@code demand} sums up what a group asks for. {@code
 * predict} fits the models and asks them, {@code endpoint} answers. Each depends only on those
 * before it; {@code numeric} serves all. Here it is put together and started.
 */
@NullMarked
package io.shelfwise.value;

import org.jspecify.annotations.NullMarked;
