package io.shelfwise.recommend.content;

/**
 * The products that have a term, and what each scores by it.
 *
 * @param products their numbers in a {@link CatalogView}, in no order
 * @param scores what the product of the same place scores
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record ScoredTerm(int[] products, float[] scores) {}
