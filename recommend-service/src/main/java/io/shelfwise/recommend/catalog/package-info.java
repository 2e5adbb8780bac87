/**
 * The products of each store, kept and found: a Lucene index on disk for each store, and what every
 * answer needs of a product in memory.
 *
 * <p>{@link io.shelfwise.recommend.catalog.Catalog} is the way in. What a write wrote is on disk,
 * is found and can be shown when the write returns. Recommenders look products up through {@link
 * io.shelfwise.recommend.catalog.ShownProducts}, which never waits for the disk. All work on an
 * index runs on the platform threads of a {@link io.shelfwise.recommend.catalog.LucenePool},
 * however many callers there are.
 */
@NullMarked
package io.shelfwise.recommend.catalog;

import org.jspecify.annotations.NullMarked;
