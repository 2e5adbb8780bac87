package io.shelfwise.value.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.value.cluster.ClusterMethod;
import io.shelfwise.value.cluster.ClusterQuestion;
import io.shelfwise.value.v1.ClusterCustomersRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterRequestsTest {
  private static final ClusterQuestion QUESTION =
      new ClusterQuestion(ClusterMethod.WARD, List.of("recency-days", "spend"), 3, 0, 0, 7);

  /** The id of a clustering that was kept must still be found after a restart. */
  @Test
  void theIdOfAQuestionIsTheSameInEveryProcess() {
    assertThat(ClusterRequests.id(ClusterCustomersRequest.getDefaultInstance(), QUESTION))
        .isEqualTo("ward-4993ed15e396a9ec");
  }

  @Test
  void theIdThatIsGivenIsTaken() {
    assertThat(
            ClusterRequests.id(
                ClusterCustomersRequest.newBuilder().setClusteringId("by-pace").build(), QUESTION))
        .isEqualTo("by-pace");
  }
}
