package io.shelfwise.value.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.CustomerEvent.Order;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.numeric.UnfitException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerClustererTest {
  private static final long DAY = 86_400_000;
  private static final int NOW = 200;

  /** 300 who ordered for about 10 euros a hundred days ago, 100 for about 500 euros lately. */
  private static final FeatureTable TWO_KINDS = twoKinds(300, 100);

  @ParameterizedTest
  @EnumSource
  void everyMethodTellsTwoKindsApart(ClusterMethod method) {
    Clustering found = cluster(question(method, 0), TWO_KINDS);

    assertThat(found.clusters()).hasSize(2);
    assertThat(found.clusters().getFirst().customers()).isCloseTo(300, within(10));
    assertThat(found.clusters().getFirst().centroid().get(1)).isCloseTo(10, within(1.0));
    assertThat(found.clusters().getLast().centroid().get(1)).isCloseTo(500, within(10.0));
    assertThat(found.silhouette()).isGreaterThan(0.8);
    assertThat(found.calinskiHarabasz()).isGreaterThan(1_000);
    assertThat(found.compared()).isEqualTo(400);
    assertThat(found.membersOf(1)).allMatch(customer -> customer.startsWith("good-"));
    assertThat(found.clusterOf("good-1")).hasValue(1);
    assertThat(found.clusterOf("nobody")).isEmpty();
    assertThat(found.clusters().stream().mapToInt(Clustering.Cluster::customers).sum())
        .isEqualTo(400 - found.noise());
  }

  @ParameterizedTest
  @EnumSource
  void theSameQuestionHasTheSameAnswer(ClusterMethod method) {
    assertThat(cluster(question(method, 0), TWO_KINDS))
        .usingRecursiveComparison()
        .isEqualTo(cluster(question(method, 0), TWO_KINDS));
  }

  @ParameterizedTest
  @EnumSource(names = "DBSCAN", mode = EnumSource.Mode.EXCLUDE)
  void asManyClustersAsAskedForAreMade(ClusterMethod method) {
    Clustering found = cluster(question(method, 5), TWO_KINDS);

    assertThat(found.clusters()).hasSize(5).allMatch(cluster -> cluster.customers() > 0);
    assertThat(found.elbow())
        .extracting(ElbowPoint::clusters)
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(found.elbow().getFirst().within()).isGreaterThan(found.elbow().getLast().within());
  }

  /** More customers than a hierarchy compares: the others join the nearest cluster. */
  @ParameterizedTest
  @EnumSource(names = {"WARD", "DBSCAN"})
  void whoIsNotComparedJoinsTheNearest(ClusterMethod method) {
    FeatureTable many = twoKinds(4_500, 1_500);

    Clustering found = cluster(question(method, 0), many);

    assertThat(found.compared()).isEqualTo(method.most());
    assertThat(found.clusters()).hasSize(2);
    assertThat(found.clusters().getLast().customers()).isCloseTo(1_500, within(50));
  }

  /** A few who differ are hardly among the thousands that are drawn. */
  @ParameterizedTest
  @EnumSource
  void aSampleOfWhichAllAreAlikeCannotBeToldApart(ClusterMethod method) {
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < 21_000; i++) {
      events.add(order("customer-" + i, 100, 10));
    }
    events.add(order("another", 100, 500));
    FeatureTable table = table(events);

    assertThatThrownBy(() -> cluster(question(method, 0), table))
        .isInstanceOf(UnfitException.class)
        .hasMessageContaining("who were drawn to be compared there are 1 different ones");
  }

  @Test
  void customersWhoAreAllAlikeCannotBeToldApart() {
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(order("customer-" + i, 100, 10));
    }

    assertThatThrownBy(() -> cluster(question(ClusterMethod.K_MEANS, 0), table(events)))
        .isInstanceOf(UnfitException.class)
        .hasMessage(
            "customers differ too little in these features: of all 20 there are 1 different ones"
                + " (needed: 2)");
    assertThatThrownBy(
            () -> cluster(question(ClusterMethod.WARD, 2), table(List.of(order("a", 1, 1)))))
        .isInstanceOf(UnfitException.class);
  }

  @Test
  void clusteringsAreReadAsTheyWereWritten() throws IOException {
    StoreClusterings clusterings = new StoreClusterings();
    clusterings.put("demo", "one", cluster(question(ClusterMethod.K_MEANS, 0), TWO_KINDS));
    clusterings.put("demo", "two", cluster(question(ClusterMethod.DBSCAN, 0), TWO_KINDS));
    clusterings.put("other", "one", cluster(question(ClusterMethod.WARD, 3), TWO_KINDS));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    clusterings.write(new DataOutputStream(bytes));

    assertThat(
            StoreClusterings.read(
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .usingRecursiveComparison()
        .isEqualTo(clusterings);
  }

  @Test
  void theLatestClusteringsAreKept() {
    StoreClusterings clusterings = new StoreClusterings();
    Clustering some = cluster(question(ClusterMethod.K_MEANS, 2), TWO_KINDS);
    for (int i = 0; i < StoreClusterings.MOST; i++) {
      clusterings.put("demo", "c" + i, some);
    }
    clusterings.put("demo", "c0", some);
    clusterings.put("demo", "new", some);

    assertThat(clusterings.get("demo", "c1")).isEmpty();
    assertThat(clusterings.get("demo", "c0")).isPresent();
    assertThat(clusterings.all("demo")).hasSize(StoreClusterings.MOST);
    assertThat(clusterings.all("other")).isEmpty();
  }

  private static Clustering cluster(ClusterQuestion question, FeatureTable table) {
    return CustomerClusterer.cluster(question, table, NOW * DAY);
  }

  private static ClusterQuestion question(ClusterMethod method, int clusters) {
    return new ClusterQuestion(method, List.of("recency-days", "spend"), clusters, 0.5, 0, 1);
  }

  private static FeatureTable twoKinds(int usual, int good) {
    Random random = new Random(4);
    List<CustomerEvent> events = new ArrayList<>();
    for (int i = 0; i < usual; i++) {
      events.add(order("usual-" + i, 100 + random.nextInt(5), 10 + random.nextGaussian()));
    }
    for (int i = 0; i < good; i++) {
      events.add(order("good-" + i, 190 + random.nextInt(5), 500 + 10 * random.nextGaussian()));
    }
    return table(events);
  }

  private static FeatureTable table(List<CustomerEvent> events) {
    StoreHistory shop = ShopOfChance.shop(events);
    FeatureReader reader = FeatureReader.of(FeatureSchema.COMMON, shop, ProductFacts.UNKNOWN);
    return FeatureTable.of(shop, reader, NOW, Integer.MAX_VALUE, 1);
  }

  private static CustomerEvent order(String customer, int day, double euros) {
    return new Order("demo", customer, day * DAY, "EUR", Math.round(euros * 1e6), 1);
  }
}
