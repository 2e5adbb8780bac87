/**
 * How often a customer will buy: what is looked at, the models, and how they are fitted.
 *
 * <p>A {@link io.shelfwise.value.purchases.RepeatPurchases} is all that a purchase model needs to
 * know of a customer. Customers who are alike in it are merged into one weighted row of a {@link
 * io.shelfwise.value.purchases.PurchaseSample}, which makes a fit of a million customers a matter
 * of a hundred thousand rows. {@link io.shelfwise.value.purchases.PurchaseModelKind} lists the
 * models; each has a likelihood, a trainer that makes it large, and a model that answers. What
 * follows knows a model as a {@link io.shelfwise.value.purchases.PurchaseModel} only, and keeps its
 * {@link io.shelfwise.value.purchases.PurchaseFit}.
 */
@NullMarked
package io.shelfwise.value.purchases;

import org.jspecify.annotations.NullMarked;
