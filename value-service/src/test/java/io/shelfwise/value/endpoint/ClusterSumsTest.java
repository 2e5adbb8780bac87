package io.shelfwise.value.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.shelfwise.value.appraisal.Board;
import io.shelfwise.value.appraisal.GroupSum;
import io.shelfwise.value.appraisal.Membership;
import io.shelfwise.value.appraisal.Row;
import io.shelfwise.value.cluster.ClusterMethod;
import io.shelfwise.value.cluster.ClusterQuestion;
import io.shelfwise.value.cluster.Clustering;
import io.shelfwise.value.cluster.CustomerClusterer;
import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.FeatureTable.Customer;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.features.ShopOfChance;
import io.shelfwise.value.history.StoreHistory;
import io.shelfwise.value.history.StoreTotals;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.Tier;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterSumsTest {
  private static final Membership ANY =
      new Membership(
          Tier.LOW, new Level("all", 0, 0, ""), RfmSegment.CHAMPIONS, Stage.GROWTH, false);
  private static final FeatureTable TABLE = table();
  private static final Clustering TRIO =
      CustomerClusterer.cluster(
          new ClusterQuestion(ClusterMethod.K_MEANS, List.of("orders"), 3, 0, 0, 1), TABLE, 0);

  private final ClusterSums sums = new ClusterSums();

  @Test
  void eachClusterIsTheSumOfItsBuyers() {
    List<GroupSum> trio = sums.of(board(1), TRIO);

    assertThat(trio)
        .extracting(GroupSum::buyers)
        .containsExactlyElementsOf(
            TRIO.clusters().stream().map(cluster -> (long) cluster.customers()).toList());
    assertThat(trio.get(2).revenueMicros())
        .isEqualTo(BigInteger.valueOf(TRIO.clusters().get(2).customers()));
  }

  @Test
  void aBoardIsSummedUpOnce() {
    Board board = board(1);
    List<GroupSum> first = sums.of(board, TRIO);

    assertThat(sums.of(board, TRIO)).isSameAs(first);
    assertThat(sums.of(board(2), TRIO).getFirst().revenueMicros())
        .isEqualTo(first.getFirst().revenueMicros().multiply(BigInteger.TWO));
  }

  @Test
  void nothingIsSummedUpForWhoHasGone() {
    Context.CancellableContext gone = Context.current().withCancellation();
    gone.cancel(null);

    assertThatThrownBy(() -> gone.call(() -> sums.of(board(1), TRIO)))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.CANCELLED));
  }

  /** All customers, each of whom spent so much, and one who came after the clusters were found. */
  private static Board board(long micros) {
    return new Board(
        Stream.concat(TABLE.customers().stream().map(Customer::id), Stream.of("late"))
            .map(customer -> row(customer, micros))
            .toList(),
        StoreTotals.NONE);
  }

  private static Row row(String customer, long micros) {
    return new Row(customer, ANY, 1, micros, 0, 0, new Row.Outlook(0.5, 1, 1));
  }

  private static FeatureTable table() {
    StoreHistory shop = ShopOfChance.shop(ShopOfChance.events(100, 200, new Random(1)));
    FeatureReader reader = FeatureReader.of(FeatureSchema.COMMON, shop, ProductFacts.UNKNOWN);
    return FeatureTable.of(shop, reader, 199, Integer.MAX_VALUE, 1);
  }
}
