/**
 * Customer value from a file: models fitted and judged without a server, populations simulated; and
 * from a running shop: what its customers are worth, as tables and as CSV.
 *
 * <p>A file's {@link io.shelfwise.standalone.value.TableRows} become a {@link
 * io.shelfwise.standalone.value.PurchaseLog}, which is cut in time into {@link
 * io.shelfwise.standalone.value.Observations}; or a table of customers who were summed up already
 * is read as these at once. What is fitted to them is a {@link
 * io.shelfwise.standalone.value.FitResult}.
 */
@NullMarked
package io.shelfwise.standalone.value;

import org.jspecify.annotations.NullMarked;
