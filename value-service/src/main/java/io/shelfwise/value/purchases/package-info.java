/**
 * How often a customer will buy: what is looked at, the model, and how it is fitted.
 *
 * <p>A {@link io.shelfwise.value.purchases.RepeatPurchases} is all that a purchase model needs to
 * know of a customer. Customers who are alike in it are merged into one weighted row of a {@link
 * io.shelfwise.value.purchases.PurchaseSample}, which makes a fit of a million customers a matter
 * of a hundred thousand rows. {@link io.shelfwise.value.purchases.BgNbdTrainer} fits a {@link
 * io.shelfwise.value.purchases.BgNbdModel}; what follows knows it as a {@link
 * io.shelfwise.value.purchases.PurchaseModel} only.
 */
@NullMarked
package io.shelfwise.value.purchases;

import org.jspecify.annotations.NullMarked;
