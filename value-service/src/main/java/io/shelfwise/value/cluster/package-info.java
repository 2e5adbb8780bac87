/**
 * Groups of customers who are alike in the features that someone names.
 *
 * <p>A {@link io.shelfwise.value.cluster.ClusterQuestion} says how to look; {@link
 * io.shelfwise.value.cluster.CustomerClusterer} answers with a {@link
 * io.shelfwise.value.cluster.Clustering}, and {@link io.shelfwise.value.cluster.StoreClusterings}
 * keeps the latest. K-means and DBSCAN are those of Hipparchus; hierarchies, for which there is no
 * library, are {@link io.shelfwise.value.cluster.Dendrogram}.
 */
@NullMarked
package io.shelfwise.value.cluster;

import org.jspecify.annotations.NullMarked;
