package io.shelfwise.value.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.value.catalog.StoreCatalogs;
import io.shelfwise.value.cluster.StoreClusterings;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupingsTest {
  private static final ClusterCustomersRequest PAIR =
      ClusterCustomersRequest.newBuilder().setClusteringId("pair").setClusterCount(2).build();

  private final Histories histories = new Histories();
  private final StoreClusterings clusterings = new StoreClusterings();
  private final Workbench workbench = new Workbench(Duration.ofSeconds(20));

  /** Nobody reads the catalogue: this way leads nowhere. */
  private final RpcChannel nowhere =
      RpcChannel.open(
          "in-process:groupings-" + UUID.randomUUID(), Optional.empty(), Duration.ofSeconds(1));

  private final Groupings groupings =
      new Groupings(
          histories,
          new StoreFeatures(new StoreCatalogs(nowhere.channel(), Duration.ofMinutes(10))),
          clusterings,
          workbench);

  @AfterEach
  void close() {
    nowhere.close();
    workbench.close();
  }

  @Test
  void keepsWhatWasFoundUntilTheLogIsLost() {
    groupings.of(filledStore(), PAIR);

    assertThat(clusterings.all("demo")).containsOnlyKeys("pair");

    clusterings.startOver();

    assertThat(clusterings.all()).isEmpty();
  }

  /** The store of that id that is there now has other customers. */
  @Test
  void doesNotKeepWhatWasFoundInAStoreThatIsGone() {
    StoreHistory gone = filledStore();
    histories.startOver();
    filledStore();

    assertThat(groupings.of(gone, PAIR).getClustersCount()).isEqualTo(2);
    assertThat(clusterings.all()).isEmpty();
  }

  private StoreHistory filledStore() {
    histories.apply(new LogPart(ShopOfChance.events(60, 100, new Random(1)), "end", true));
    return histories.store("demo").orElseThrow();
  }
}
