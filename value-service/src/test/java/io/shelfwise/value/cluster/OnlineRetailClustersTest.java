package io.shelfwise.value.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.regress.RetailShop;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real wholesaler's customers by recency, orders and spend, where a few are far out. */
@Tag("real-data")
class OnlineRetailClustersTest {
  @ParameterizedTest
  @EnumSource
  void everyMethodAnswers(ClusterMethod method) throws IOException {
    StoreHistory store = RetailShop.read();
    FeatureReader reader = FeatureReader.of(FeatureSchema.COMMON, store, ProductFacts.UNKNOWN);
    FeatureTable table =
        FeatureTable.of(store, reader, store.totals().asOfDay(), Integer.MAX_VALUE, 1);

    Clustering found =
        CustomerClusterer.cluster(
            new ClusterQuestion(method, FeatureSchema.USUAL, 0, 0, 0, 1),
            table,
            store.totals().asOfMillis());

    List<Clustering.Cluster> clusters = found.clusters();
    assertThat(clusters).isNotEmpty();
    assertThat(clusters.stream().mapToInt(Clustering.Cluster::customers).sum() + found.noise())
        .isEqualTo(table.size());
    // One dense region and noise around it is what DBSCAN sees, which parts nobody.
    if (method != ClusterMethod.DBSCAN) {
      assertThat(found.silhouette()).isGreaterThan(0.5);
    }
  }
}
