package io.shelfwise.gateway.recommend;

import static io.shelfwise.gateway.recommend.FakeRecommenders.popular;
import static io.shelfwise.gateway.recommend.GatewayForTests.CUSTOMER;
import static io.shelfwise.gateway.recommend.GatewayForTests.about;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.rpc.ApiException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the caller can mend is refused, with the field and the rule. */
class RefusedRequestTest {
  private final GatewayForTests gateway = new GatewayForTests();
  private final FakeRecommenders recommenders = gateway.recommenders;

  @AfterEach
  void close() {
    gateway.close();
  }

  private void assertRefused(RecommendRequest.Builder request, String field, String rule) {
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> gateway.recommend(request.build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap())
        .containsEntry("field", field)
        .hasEntrySatisfying("rule", told -> assertThat(told).startsWith(rule));
    assertThat(recommenders.asked).isEmpty();
  }

  private static ErrorInfo info(StatusRuntimeException refusal) {
    try {
      return Objects.requireNonNull(StatusProto.fromThrowable(refusal))
          .getDetails(0)
          .unpack(ErrorInfo.class);
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anUnknownPlacementIsRefusedAndTheKnownOnesAreTold() {
    assertRefused(
        about(CUSTOMER).setPlacement("cellar"),
        "placement",
        "be one of bestsellers, curious, for-you, similar");
  }

  @Test
  void aParentThatIsNeitherCustomerNorProductNorStoreIsRefused() {
    assertRefused(
        about("stores/demo/orders/1"), "parent", "be stores/{store}/customers/{customer}, ");
    assertRefused(about(""), "parent", "be ");
    assertRefused(about("stores/de mo"), "parent", "be ");
  }

  @Test
  void namesOfAnotherStoreAreRefused() {
    assertRefused(
        about("stores/demo").setCustomer("stores/other/customers/1"),
        "customer",
        "be stores/{store}/customers/{customer} of the parent's store");
    assertRefused(about(CUSTOMER).addProducts("stores/other/products/1"), "products", "be ");
    assertRefused(about(CUSTOMER).addExcludedProducts("a/b"), "excluded_products", "be ");
  }

  @Test
  void anotherCustomerThanTheParentIsRefused() {
    assertRefused(about(CUSTOMER).setCustomer("12345"), "customer", "be absent or ");
    gateway.recommend(about(CUSTOMER).setCustomer("17850").build());
  }

  @Test
  void aPlacementThatNeedsProductsIsRefusedWithoutAny() {
    assertRefused(
        about("stores/demo").setPlacement("similar"), "products", "name at least one product");
    assertThat(
            gateway
                .recommend(about("stores/demo").setPlacement("similar").addProducts("p1").build())
                .getPlacement())
        .isEqualTo("similar");
  }

  @Test
  void weightsThatAreNoneAreRefused() {
    assertRefused(about(CUSTOMER).putWeights("content", -1), "weights.content", "be at least 0");
    assertRefused(
        about(CUSTOMER).putWeights("content", 0), "weights", "have a recommender's that is more");
    assertRefused(
        about(CUSTOMER).putWeights("content", Double.NaN), "weights.content", "be at least 0");
    assertRefused(
        about(CUSTOMER).putWeights("margin", 1), "weights", "have a recommender's that is more");
  }

  @Test
  void tooMuchIsRefused() {
    assertRefused(about(CUSTOMER).setPageSize(101), "page_size", "be from 0 to 100");
    assertRefused(
        about(CUSTOMER).addAllProducts(java.util.Collections.nCopies(101, "p1")),
        "products",
        "have at most 100");
    assertRefused(
        about(CUSTOMER).addAllExcludedProducts(java.util.Collections.nCopies(1001, "p1")),
        "excluded_products",
        "have at most 1000");
  }

  @Test
  void aPageTokenOfAnotherQuestionIsRefused() {
    recommenders.answer(popular(0, 120));
    String token = gateway.recommend(about("stores/demo").build()).getNextPageToken();
    recommenders.asked.clear();
    assertRefused(about(CUSTOMER).setPageToken(token), "page_token", "be the next_page_token");
  }

  @Test
  void anUnknownRecommenderIsToldAsTheWeightThatNamesIt() {
    recommenders.answer(
        request -> {
          int place = request.getRecommendersList().indexOf("crystal-ball");
          throw ApiException.invalid("recommenders[" + place + "]", "be one of user-knn, popular");
        });
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> gateway.recommend(about(CUSTOMER).putWeights("crystal-ball", 1).build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap())
        .containsEntry("field", "weights.crystal-ball")
        .containsEntry("rule", "be one of user-knn, popular");
  }

  @Test
  void aMistakeThatOnlyRecommendServiceSeesIsToldAsItTellsIt() {
    recommenders.answer(
        request -> {
          throw ApiException.invalid("recommenders", "be known");
        });
    StatusRuntimeException refusal =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> gateway.recommend(about(CUSTOMER).putWeights("crystal-ball", 1).build()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    assertThat(info(refusal).getMetadataMap()).containsEntry("rule", "be known");
  }
}
