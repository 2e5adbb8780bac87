/**
 * What the catalogue says of the products that were bought: it belongs to recommend-service, and is
 * read from there now and then.
 *
 * <p>Here the contract's messages end; what follows knows {@link
 * io.shelfwise.value.features.ProductFacts}. Without recommend-service nothing is known of any
 * product, and all else goes on.
 */
@NullMarked
package io.shelfwise.value.catalog;

import org.jspecify.annotations.NullMarked;
