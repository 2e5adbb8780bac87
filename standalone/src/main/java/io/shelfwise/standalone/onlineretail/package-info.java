/**
 * The UCI Online Retail file as a shop: a year of the sales of a British gift-ware shop, row by
 * row.
 *
 * <p>Every row goes to one {@link io.shelfwise.standalone.onlineretail.Destination}, which {@link
 * io.shelfwise.standalone.onlineretail.Tally} counts. The file is read twice, as a stream: {@link
 * io.shelfwise.standalone.onlineretail.FirstReading} learns what there is in it, {@link
 * io.shelfwise.standalone.onlineretail.Invoices} makes events of it.
 *
 * @see <a href="https://doi.org/10.24432/C5BW33">Chen (2015), Online Retail, UCI Machine Learning
 *     Repository</a>
 */
@NullMarked
package io.shelfwise.standalone.onlineretail;

import org.jspecify.annotations.NullMarked;
