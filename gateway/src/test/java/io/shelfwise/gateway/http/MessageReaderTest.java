package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.product.v1.Product;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.rpc.ApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

  private static WriteEventsRequest events(String json) {
    var request = WriteEventsRequest.newBuilder();
    MessageReader.read(json, "the body", "", request);
    return request.build();
  }

  private static @Nullable String refusal(String json) {
    return catchThrowableOfType(ApiException.class, () -> events(json)).getMessage();
  }

  /** Protobuf's own reader is the reference: what both read, they read alike. */
  @Test
  void whatIsRightIsReadAsProtobufReadsIt() throws InvalidProtocolBufferException {
    String json =
        """
        {
          "parent": "stores/demo",
          "events": [
            {"id": "1", "customer": "c", "eventTime": "2026-01-31T12:00:00.5+01:00", "attribution_token": null,
             "purchase": {"order": "o", "lines": [
               {"product": "p", "quantity": 2, "unitPrice": {"currencyCode": "GBP", "units": "3", "nanos": 5e8}},
               {"product": "q", "quantity": "3.0", "unit_price": {"units": 9007199254740993}}]}},
            {"rating": {"product": "p", "stars": 4.5, "text": "\\u00e9t\\u00e9 \\"!\\""}}
          ]
        }
        """;
    var expected = WriteEventsRequest.newBuilder();
    JsonFormat.parser().merge(json, expected);
    assertThat(events(json)).isEqualTo(expected.build());
  }

  @Test
  void enumsMapsAndBooleansAreRead() throws InvalidProtocolBufferException {
    String json =
        """
        {"availability": "AVAILABILITY_OUT_OF_STOCK", "hidden": true, "attributes": {"colour": "red", "": "x"}}
        """;
    var product = Product.newBuilder();
    MessageReader.read(json, "the body", "", product);
    var expected = Product.newBuilder();
    JsonFormat.parser().merge(json, expected);
    assertThat(product.build()).isEqualTo(expected.build());
    var byNumber = Product.newBuilder();
    MessageReader.read("{\"availability\": 2, \"hidden\": true}", "the body", "", byNumber);
    assertThat(byNumber.getAvailability())
        .isEqualTo(Product.Availability.AVAILABILITY_OUT_OF_STOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'events': [{'purchase': {'lines': [{'quantity': 'two'}]}}]} | events[0].purchase.lines[0].quantity must be an integer of at most 32 bits",
        "{'events': [{'purchase': {'lines': [{'quantity': 1.5}]}}]} | events[0].purchase.lines[0].quantity must be an integer of at most 32 bits",
        "{'events': [{'purchase': {'lines': [{'quantity': 3e9}]}}]} | events[0].purchase.lines[0].quantity must be an integer of at most 32 bits",
        "{'events': [{}, {'id': 7}]} | events[1].id must be a string",
        "{'events': [null]} | events[0] must be an object",
        "{'events': {}} | events must be an array",
        "{'parent': ['a']} | parent must be a string",
        "{'events': [{'rating': {'stars': true}}]} | events[0].rating.stars must be a number",
        "{'events': [{'rating': {'stars': '5 of 5'}}]} | events[0].rating.stars must be a number",
        "{'events': [{'rating': 5}]} | events[0].rating must be an object",
        "{'events': [{'eventTime': 'yesterday'}]} | events[0].eventTime must be a time such as \"2026-01-31T12:00:00Z\"",
        "{'events': [{'eventTime': 12}]} | events[0].eventTime must be a time such as \"2026-01-31T12:00:00Z\"",
        "{'events': [{'quantty': 1}]} | events[0].quantty must not be given: Event has no such field",
        "{'store': 'demo'} | store must not be given: WriteEventsRequest has no such field",
        "{'parent': 'a', 'parent': 'b'} | parent must be given once",
        "{'events': [{'search': {}, 'rating': {}}]} | events[0].rating must not be given together with search",
        "[] | the body must be an object",
        "7 | the body must be an object"
      })
  void whatIsWrongIsToldByFieldAndRule(String json, String message) {
    assertThat(refusal(json.replace('\'', '"'))).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"parent\": \"a\"",
        "{parent: \"a\"}",
        "{} {}",
        "{'parent': 'a'}",
        "nil"
      })
  void whatIsNoJsonIsToldToBeNone(String json) {
    assertThat(refusal(json)).startsWith("the body must be ");
  }

  @Test
  void aBottomlessPitIsNotFallenInto() {
    assertThat(refusal("{\"events\": " + "[".repeat(100_000))).isNotEmpty();
  }

  @Test
  void keysOfMapsAreTold() {
    var error =
        catchThrowableOfType(
            ApiException.class,
            () ->
                MessageReader.read(
                    "{\"weights\": {\"popular\": \"much\"}}",
                    "the body",
                    "",
                    RecommendRequest.newBuilder()));
    assertThat(error.getMessage()).isEqualTo("weights.popular must be a number");
  }

  @Test
  void thePrefixStandsBeforeTheField() {
    var error =
        catchThrowableOfType(
            ApiException.class,
            () ->
                MessageReader.read("{\"title\": 1}", "the body", "product.", Product.newBuilder()));
    assertThat(error.getMessage()).isEqualTo("product.title must be a string");
  }
}
