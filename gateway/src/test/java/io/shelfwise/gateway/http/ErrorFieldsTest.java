package io.shelfwise.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult;
import io.shelfwise.recommendation.v1.RecommendRequest;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ErrorFieldsTest {
  private final ErrorFields events = new ErrorFields(WriteEventsRequest.getDescriptor());

  @Test
  void fieldsAreNamedAsInJsonWhereverTheyAre() {
    assertThat(events.inJson("parent")).isEqualTo("parent");
    assertThat(events.inJson("events[3].event_time")).isEqualTo("events[3].eventTime");
    assertThat(events.inJson("events[0].purchase.lines[12].unit_price.currency_code"))
        .isEqualTo("events[0].purchase.lines[12].unitPrice.currencyCode");
  }

  @Test
  void whatIsNoFieldStaysAsItIs() {
    assertThat(events.inJson("events[0].no_such.event_time"))
        .isEqualTo("events[0].no_such.event_time");
    assertThat(new ErrorFields(RecommendRequest.getDescriptor()).inJson("weights.my_own"))
        .as("the key of a map")
        .isEqualTo("weights.my_own");
  }

  @Test
  void theErrorOfACallNamesThemInItsMessageAndItsDetails() throws Exception {
    StatusRuntimeException failure =
        Replies.translate(ApiException.invalid("events[3].event_time", "be a time"));

    Status told = Objects.requireNonNull(StatusProto.fromThrowable(events.inJson(failure)));

    assertThat(told.getCode()).isEqualTo(3);
    assertThat(told.getMessage()).isEqualTo("events[3].eventTime must be a time");
    assertThat(info(told).getMetadataMap())
        .containsEntry("field", "events[3].eventTime")
        .containsEntry("rule", "be a time");
  }

  @Test
  void soDoTheErrorsThatAnAnswerHolds() throws Exception {
    WriteEventsResponse answer =
        WriteEventsResponse.newBuilder()
            .addResults(WriteResult.newBuilder().setId("right"))
            .addResults(
                WriteResult.newBuilder()
                    .setId("wrong")
                    .setError(ApiException.invalid("events[1].event_time", "be a time").status()))
            .build();

    WriteEventsResponse told = (WriteEventsResponse) events.inJson(answer);

    assertThat(told.getResults(0)).isEqualTo(answer.getResults(0));
    assertThat(told.getResults(1).getId()).isEqualTo("wrong");
    assertThat(info(told.getResults(1).getError()).getMetadataMap())
        .containsEntry("field", "events[1].eventTime");
  }

  @Test
  void anErrorWithoutFieldsStaysAsItIs() {
    Status error = ApiException.notFound("stores/no_such").status();
    assertThat(
            StatusProto.fromThrowable(events.inJson(StatusProto.toStatusRuntimeException(error))))
        .isEqualTo(error);
  }

  private static ErrorInfo info(Status error) throws InvalidProtocolBufferException {
    return error.getDetails(0).unpack(ErrorInfo.class);
  }
}
