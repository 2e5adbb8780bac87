package io.shelfwise.gateway.forward;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.shelfwise.rpc.RpcServer;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks the services behind the gateway, all at once, whether they can answer. */
@Singleton
public final class Readiness {
  private static final long PATIENCE_MILLIS = 500;
  private static final HealthCheckRequest QUESTION =
      HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build();

  /** What a service says of itself. */
  public enum State {
    /** It can answer. */
    READY,
    /** It lives, and cannot answer yet, or not for now. */
    NOT_READY,
    /** It says nothing. */
    UNREACHABLE
  }

  private final Services services;

  Readiness(Services services) {
    this.services = services;
  }

  /** How each service is, by its name. */
  public Map<String, State> ofServices() {
    Map<String, Future<State>> asked = new TreeMap<>();
    Map<String, State> states = new TreeMap<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String service : Services.NAMES) {
        asked.put(service, each.submit(() -> ask(services.channel(service))));
      }
    }
    asked.forEach((service, state) -> states.put(service, state.resultNow()));
    return states;
  }

  private static State ask(Channel service) {
    try {
      ServingStatus status =
          HealthGrpc.newBlockingStub(service)
              .withDeadlineAfter(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
              .check(QUESTION)
              .getStatus();
      return status == ServingStatus.SERVING ? State.READY : State.NOT_READY;
    } catch (StatusRuntimeException e) {
      return State.UNREACHABLE;
    }
  }
}
