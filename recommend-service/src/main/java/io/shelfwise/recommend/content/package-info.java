/**
 * Which products read alike, and in which words.
 *
 * <p>{@link io.shelfwise.recommend.content.SimilarProducts} answers from the catalogue's words
 * alone, so that it can speak for a product from the minute it is written, before anyone has bought
 * it. {@link io.shelfwise.recommend.content.LuceneSimilarProducts} finds them in the catalogue's
 * index and keeps what it found.
 */
@NullMarked
package io.shelfwise.recommend.content;

import org.jspecify.annotations.NullMarked;
