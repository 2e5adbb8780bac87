package io.shelfwise.recommend.store;

/**
 * How well a model finds what was kept from it: one product of each of a few customers, ranked
 * among the full catalogue without what the customer knows.
 *
 * @param customers how many customers it was asked for
 * @param hitRate20 the part of them whose product was among the first twenty
 * @param ndcg10 the mean over them of {@code 1 / log2(rank + 1)} where the product was among the
 *     first ten, else 0
 * @param coverage the part of all products of interest that came up among the first twenty of any
 *     of them
 */
public record HeldOutMeasures(int customers, double hitRate20, double ndcg10, double coverage) {}
