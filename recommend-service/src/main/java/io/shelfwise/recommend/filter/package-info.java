/**
 * Reads which products are meant: an expression over their fields, by the grammar of AIP-160.
 *
 * <p>{@link io.shelfwise.recommend.filter.FilterParser} makes a {@link
 * io.shelfwise.recommend.filter.Filter} of a text, or tells where it is wrong and what was expected
 * there. What the fields of a product are is written in {@link
 * io.shelfwise.recommend.filter.Property}.
 *
 * @see <a href="https://google.aip.dev/160">AIP-160: Filtering</a>
 */
@NullMarked
package io.shelfwise.recommend.filter;

import org.jspecify.annotations.NullMarked;
