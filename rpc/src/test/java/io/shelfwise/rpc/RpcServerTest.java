package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The server's own behaviour, shown over the network by a service that every gRPC library has:
 * health under another name.
 */
class RpcServerTest {
  private static final AccessKey KEY = AccessKey.of("correct horse battery");
  private static final AccessKey NEXT_KEY = AccessKey.of("incorrect horse battery");
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private static final MethodDescriptor<HealthCheckRequest, HealthCheckResponse> ECHO =
      HealthGrpc.getCheckMethod().toBuilder().setFullMethodName("test.Echo/Check").build();

  /** What the echo answers, or throws. */
  private Supplier<HealthCheckResponse> answer = HealthCheckResponse::getDefaultInstance;

  private final RpcServer server =
      RpcServer.start(
          new RpcServer.Settings(
              "echo",
              "127.0.0.1:0",
              List.of(KEY, NEXT_KEY),
              Duration.ZERO,
              List.of(echo()),
              Optional.empty()));

  private ServerServiceDefinition echo() {
    return ServerServiceDefinition.builder("test.Echo")
        .addMethod(
            ECHO,
            ServerCalls.asyncUnaryCall(
                (HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) ->
                    Replies.reply(observer, () -> answer.get())))
        .build();
  }

  private HealthCheckResponse call(Optional<AccessKey> key) {
    try (RpcChannel channel = RpcChannel.open("127.0.0.1:" + server.port(), key, DEADLINE)) {
      return ClientCalls.blockingUnaryCall(
          channel.channel(), ECHO, CallOptions.DEFAULT, HealthCheckRequest.getDefaultInstance());
    }
  }

  private ServingStatus readiness() {
    try (RpcChannel channel =
        RpcChannel.open("127.0.0.1:" + server.port(), Optional.empty(), DEADLINE)) {
      return HealthGrpc.newBlockingStub(channel.channel())
          .check(HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build())
          .getStatus();
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aCallWithTheKeyIsAnswered() {
    assertThat(call(Optional.of(KEY))).isEqualTo(HealthCheckResponse.getDefaultInstance());
  }

  @Test
  void aCallWithTheNextKeyIsAnsweredBeforeTheFirstEnds() {
    assertThat(call(Optional.of(NEXT_KEY))).isEqualTo(HealthCheckResponse.getDefaultInstance());
  }

  @Test
  void aCallWithoutTheKeyIsNot() {
    var refusal = catchThrowableOfType(StatusRuntimeException.class, () -> call(Optional.empty()));
    assertThat(refusal.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
  }

  @Test
  void whatTheCallerCanMendIsToldWithFieldAndRule() throws Exception {
    answer =
        () -> {
          throw ApiException.invalid("page_size", "be at least 0");
        };
    var error = catchThrowableOfType(StatusRuntimeException.class, () -> call(Optional.of(KEY)));
    var status = Objects.requireNonNull(StatusProto.fromThrowable(error));
    assertThat(status.getMessage()).isEqualTo("page_size must be at least 0");
    assertThat(status.getDetails(0).unpack(ErrorInfo.class).getMetadataMap())
        .containsEntry("field", "page_size")
        .containsEntry("rule", "be at least 0");
  }

  @Test
  void ofADefectNothingIsTold() {
    answer =
        () -> {
          throw new IllegalStateException("password=swordfish");
        };
    var error = catchThrowableOfType(StatusRuntimeException.class, () -> call(Optional.of(KEY)));
    assertThat(error.getStatus().getCode()).isEqualTo(Code.INTERNAL);
    assertThat(String.valueOf(StatusProto.fromThrowable(error))).doesNotContain("swordfish");
  }

  @Test
  void readinessIsToldToAnyoneAsItIs() {
    assertThat(readiness()).isEqualTo(ServingStatus.NOT_SERVING);
    server.ready(true);
    assertThat(readiness()).isEqualTo(ServingStatus.SERVING);
    server.ready(false);
    assertThat(readiness()).isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void aFullServerRefusesCallsAndStillTellsThatItLives() throws Exception {
    CountDownLatch inside = new CountDownLatch(RpcServer.MOST_CALLS);
    CountDownLatch over = new CountDownLatch(1);
    answer =
        () -> {
          inside.countDown();
          await(over);
          return HealthCheckResponse.getDefaultInstance();
        };
    server.ready(true);
    try (RpcChannel channel =
        RpcChannel.open("127.0.0.1:" + server.port(), Optional.of(KEY), Duration.ofMinutes(1))) {
      List<ListenableFuture<HealthCheckResponse>> held = new ArrayList<>();
      for (int i = 0; i < RpcServer.MOST_CALLS; i++) {
        held.add(
            ClientCalls.futureUnaryCall(
                channel.channel().newCall(ECHO, CallOptions.DEFAULT),
                HealthCheckRequest.getDefaultInstance()));
      }
      await(inside);

      var error = catchThrowableOfType(StatusRuntimeException.class, () -> call(Optional.of(KEY)));
      var status = Objects.requireNonNull(StatusProto.fromThrowable(error));
      assertThat(status.getDetails(0).unpack(ErrorInfo.class).getReason())
          .isEqualTo("RESOURCE_EXHAUSTED");
      assertThat(readiness()).isEqualTo(ServingStatus.SERVING);

      // Calls that are let go while they are answered would each be a stack trace in the log.
      over.countDown();
      for (ListenableFuture<HealthCheckResponse> call : held) {
        call.get();
      }
    } finally {
      over.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
