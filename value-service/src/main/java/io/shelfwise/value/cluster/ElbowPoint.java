package io.shelfwise.value.cluster;

/**
 * How well a number of clusters does.
 *
 * @param clusters the number
 * @param within the sum of the squared distances to the clusters' centres, in standard deviations
 * @param silhouette the mean silhouette
 */
public record ElbowPoint(int clusters, double within, double silhouette) {}
