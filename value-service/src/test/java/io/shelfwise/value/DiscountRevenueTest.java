package io.shelfwise.value;

import static io.shelfwise.value.NodeForTests.amount;
import static io.shelfwise.value.NodeForTests.assertFails;
import static io.shelfwise.value.NodeForTests.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.type.Money;
import io.grpc.Status;
import io.shelfwise.value.v1.DiscountRevenueRequest;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceBlockingStub;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stream of revenues is worth today; no log is asked. */
class DiscountRevenueTest {
  private final NodeForTests node = new NodeForTests();
  private final ValueServiceBlockingStub values = node.values;

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void discountsARevenueStream() {
    DiscountRevenueRequest.Builder request =
        DiscountRevenueRequest.newBuilder()
            .addRevenues(pounds(100))
            .addRevenues(pounds(120))
            .addRevenues(pounds(150))
            .setDiscountRate(0.1);

    assertThat(amount(values.discountRevenue(request.build()).getValue()))
        .isCloseTo(100 / 1.1 + 120 / 1.21 + 150 / 1.331, within(1e-6));
    assertFails(
        () -> values.discountRevenue(request.setDiscountRate(-2).build()),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
    assertFails(
        () -> values.discountRevenue(DiscountRevenueRequest.getDefaultInstance()),
        Status.Code.INVALID_ARGUMENT,
        "INVALID_FIELD");
  }

  @Test
  void discountsSumsOfAnySizeAndRefusesWhatIsNoMoney() {
    DiscountRevenueRequest.Builder large =
        DiscountRevenueRequest.newBuilder().addRevenues(pounds(10_000_000_000_000L));
    assertThat(values.discountRevenue(large.build()).getValue())
        .isEqualTo(pounds(10_000_000_000_000L));

    for (Money wrong :
        List.of(
            pounds(1).toBuilder().setNanos(1_000_000_000).build(),
            pounds(1).toBuilder().setNanos(-1).build(),
            pounds(-1).toBuilder().setNanos(1).build(),
            pounds(Long.MAX_VALUE))) {
      assertFails(
          () ->
              values.discountRevenue(
                  DiscountRevenueRequest.newBuilder().addRevenues(wrong).build()),
          Status.Code.INVALID_ARGUMENT,
          "INVALID_FIELD");
    }
  }
}
