package io.shelfwise.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.shelfwise.candidate.v1.CandidateServiceGrpc;
import io.shelfwise.candidate.v1.ProposeCandidatesRequest;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The gateway over gRPC, and who may call it: forwarding, its errors, reflection, health and keys.
 */
class GrpcIT {
  private static final String KEY = "correct horse battery";
  private static final String NEXT_KEY = "incorrect horse battery";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final TestGateway gateway =
      new TestGateway(Map.of("shelfwise.gateway.keys", List.of(KEY, NEXT_KEY)));
  private static final RpcChannel caller = channel(Optional.of(AccessKey.of(KEY)));
  private static final RpcChannel stranger = channel(Optional.empty());
  private static final HttpClient http = HttpClient.newHttpClient();

  private static RpcChannel channel(Optional<AccessKey> key) {
    return RpcChannel.open(gateway.grpc(), key, PATIENCE);
  }

  @AfterAll
  static void close() {
    caller.close();
    stranger.close();
    http.close();
    gateway.close();
  }

  private static GetCustomerRequest customer(String id) {
    return GetCustomerRequest.newBuilder().setName("stores/demo/customers/" + id).build();
  }

  private static StatusRuntimeException failure(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run);
  }

  /** Hears the one answer of a call. */
  private static <T> StreamObserver<T> completing(CompletableFuture<T> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(T message) {
        answer.complete(message);
      }

      @Override
      public void onError(Throwable error) {
        answer.completeExceptionally(error);
      }

      @Override
      public void onCompleted() {}
    };
  }

  private static ErrorInfo info(StatusRuntimeException error) throws Exception {
    return Objects.requireNonNull(StatusProto.fromThrowable(error))
        .getDetails(0)
        .unpack(ErrorInfo.class);
  }

  @Test
  void aCallIsAnsweredByTheServiceThatOwnsIt() {
    var stub = CustomerServiceGrpc.newBlockingStub(caller.channel());
    assertThat(stub.getCustomer(customer("17850")).getName())
        .isEqualTo("stores/demo/customers/17850");
  }

  @Test
  void aStreamIsPassedOnInOrder() throws Exception {
    int count = 5_000;
    var answer = new CompletableFuture<ImportEventsResponse>();
    StreamObserver<ImportEventsRequest> events =
        EventServiceGrpc.newStub(caller.channel()).importEvents(completing(answer));
    for (int i = 0; i < count; i++) {
      events.onNext(
          ImportEventsRequest.newBuilder()
              .setEvent(Event.newBuilder().setId("import-" + i))
              .build());
    }
    events.onCompleted();
    assertThat(answer.get(20, TimeUnit.SECONDS).getWrittenCount()).isEqualTo(count);
    assertThat(
            gateway.services.requests.stream()
                .filter(ImportEventsRequest.class::isInstance)
                .map(request -> ((ImportEventsRequest) request).getEvent().getId()))
        .hasSize(count)
        .startsWith("import-0", "import-1")
        .endsWith("import-" + (count - 1));
  }

  @Test
  void aServicesErrorIsPassedOnWithItsDetails() throws Exception {
    var stub = CustomerServiceGrpc.newBlockingStub(caller.channel());
    var error = failure(() -> stub.getCustomer(customer("nobody")));
    assertThat(error.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    assertThat(info(error).getMetadataMap()).containsEntry("name", "stores/demo/customers/nobody");
  }

  @Test
  void aServiceThatIsAwayIsNamed() throws Exception {
    var stub = ValueServiceGrpc.newBlockingStub(caller.channel());
    var error = failure(() -> stub.getCustomerValue(GetCustomerValueRequest.getDefaultInstance()));
    assertThat(error.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
    assertThat(info(error).getMetadataMap()).containsEntry("dependency", "value-service");
  }

  @Test
  void theCallersDeadlineHolds() {
    var stub =
        CustomerServiceGrpc.newBlockingStub(caller.channel())
            .withDeadlineAfter(100, TimeUnit.MILLISECONDS);
    var error =
        failure(() -> stub.listCustomerEvents(ListCustomerEventsRequest.getDefaultInstance()));
    assertThat(error.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
  }

  @Test
  void whatHasNoRouteIsNotThere() {
    var tail = EventServiceGrpc.newBlockingStub(caller.channel());
    assertThat(
            failure(() -> tail.tailEvents(TailEventsRequest.getDefaultInstance()).next())
                .getStatus()
                .getCode())
        .isEqualTo(Code.UNIMPLEMENTED);
    var candidates = CandidateServiceGrpc.newBlockingStub(caller.channel());
    assertThat(
            failure(
                    () ->
                        candidates.proposeCandidates(ProposeCandidatesRequest.getDefaultInstance()))
                .getStatus()
                .getCode())
        .isEqualTo(Code.UNIMPLEMENTED);
  }

  @Test
  void reflectionListsThePublicServices() throws Exception {
    var answer = new CompletableFuture<ServerReflectionResponse>();
    var requests =
        ServerReflectionGrpc.newStub(caller.channel()).serverReflectionInfo(completing(answer));
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    requests.onCompleted();
    assertThat(answer.get(20, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .containsExactlyInAnyOrder(
            "shelfwise.event.v1.EventService",
            "shelfwise.customer.v1.CustomerService",
            "shelfwise.value.v1.SegmentService",
            "shelfwise.value.v1.ValueService",
            "shelfwise.product.v1.ProductService",
            "shelfwise.recommender.v1.RecommenderService",
            "shelfwise.recommendation.v1.RecommendationService",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection");
  }

  @Test
  void healthIsToldToAnyone() {
    var status =
        HealthGrpc.newBlockingStub(stranger.channel())
            .check(HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build());
    assertThat(status.getStatus()).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void aStrangerIsNotAnswered() {
    var stub = CustomerServiceGrpc.newBlockingStub(stranger.channel());
    assertThat(failure(() -> stub.getCustomer(customer("17850"))).getStatus().getCode())
        .isEqualTo(Code.UNAUTHENTICATED);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(gateway.rest().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void overRestTheSameKeysAreAskedFor() throws Exception {
    String path = "/v1/stores/demo/customers/17850";
    var refusal = get(path);
    assertThat(refusal.statusCode()).isEqualTo(401);
    assertThat(refusal.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(refusal.body()).contains("\"code\":16");
    assertThat(get(path, "Authorization", "Bearer not the key at all").statusCode()).isEqualTo(401);
    assertThat(get(path, "Authorization", "Bearer " + KEY).statusCode()).isEqualTo(200);
    assertThat(get(path, "Authorization", "Bearer " + NEXT_KEY).statusCode()).isEqualTo(200);
    assertThat(get("/openapi.json").statusCode()).isEqualTo(401);
    assertThat(get("/health").statusCode()).isEqualTo(503);
  }
}
