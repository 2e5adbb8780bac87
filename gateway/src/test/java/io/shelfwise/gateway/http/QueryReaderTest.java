package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import com.google.protobuf.util.Timestamps;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.SearchProductsRequest;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.rpc.ApiException;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

  private static <B extends Message.Builder> B read(String query, B into) {
    QueryReader.read(query, into, Set.of("parent"));
    return into;
  }

  private static @Nullable String refusal(String query, Message.Builder into) {
    return catchThrowableOfType(ApiException.class, () -> read(query, into)).getMessage();
  }

  @Test
  void scalarsAreReadByEitherName() {
    var request =
        read(
            "query=t%C3%A9+a%26b&minPrice=1.5&in_stock=true&page_size=7&",
            SearchProductsRequest.newBuilder());
    assertThat(request.build())
        .isEqualTo(
            SearchProductsRequest.newBuilder()
                .setQuery("té a&b")
                .setMinPrice(1.5)
                .setInStock(true)
                .setPageSize(7)
                .build());
  }

  @Test
  void repeatedFieldsAreGivenSeveralTimesAndMapsByKey() {
    var request =
        read(
            "products=a&products=b&weights.co-occurrence=1&weights.popular=0.5",
            RecommendRequest.newBuilder());
    assertThat(request.getProductsList()).containsExactly("a", "b");
    assertThat(request.getWeightsMap())
        .containsOnly(Map.entry("co-occurrence", 1.0), Map.entry("popular", 0.5));
  }

  @Test
  void fieldsOfMessagesTimesMasksAndEnumsAreRead() throws ParseException {
    var customer =
        read(
            "person.displayName=Ada&person.city=Bern&createTime=2026-01-31T12:00:00Z",
            Customer.newBuilder());
    assertThat(customer.getPerson().getDisplayName()).isEqualTo("Ada");
    assertThat(customer.getPerson().getCity()).isEqualTo("Bern");
    assertThat(customer.getCreateTime()).isEqualTo(Timestamps.parse("2026-01-31T12:00:00Z"));
    var update =
        read("updateMask=person.displayName,person.city", UpdateCustomerRequest.newBuilder());
    assertThat(update.getUpdateMask().getPathsList())
        .containsExactly("person.display_name", "person.city");
    assertThat(read("availability=AVAILABILITY_IN_STOCK", Product.newBuilder()).getAvailability())
        .isEqualTo(Product.Availability.AVAILABILITY_IN_STOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pageSize=ten | pageSize must be an integer of at most 32 bits",
        "pageSize= | pageSize must be an integer of at most 32 bits",
        "pageSize=1&page_size=2 | page_size must not be given twice",
        "minPrice=1f | minPrice must be a number",
        "inStock=1 | inStock must be true or false",
        "parent=stores/other | parent must not be given twice",
        "limit=3 | limit must not be given: SearchProductsRequest has no such field",
        "query.text=x | query.text must not be given: query has no fields of its own here",
        "query=%zz | query must be percent-encoded UTF-8",
      })
  void whatIsWrongIsToldByFieldAndRule(String query, String message) {
    assertThat(refusal(query, SearchProductsRequest.newBuilder())).isEqualTo(message);
  }

  @Test
  void aMessageIsNotGivenAsAWhole() {
    assertThat(refusal("person=Ada", Customer.newBuilder()))
        .isEqualTo("person must be given by its fields, as person.FIELD");
  }
}
