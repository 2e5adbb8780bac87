package io.shelfwise.profile.redis;

import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.ImportForTests;
import io.shelfwise.profile.ServiceForTests;
import io.shelfwise.rpc.RpcServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisAwayIT {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final int MANY = 20_000;
  private static final int CUSTOMERS = 40;

  private ServiceForTests service;

  @BeforeEach
  void start() {
    service = ServiceForTests.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void callsAreUnavailableUntilRedisIsBack() {
    service.events().writeEvents(write("demo", view("v1", "ann", "lamp", 0)));
    awaitReadiness(ServingStatus.SERVING);

    service.redis().kill();

    awaitReadiness(ServingStatus.NOT_SERVING);
    assertUnavailable(
        () -> service.events().writeEvents(write("demo", view("v2", "ann", "lamp", 1))));
    assertUnavailable(() -> views("ann"));

    service.redis().startAgain();

    awaitReadiness(ServingStatus.SERVING);
    assertThat(
            service
                .events()
                .writeEvents(
                    write("demo", view("v1", "ann", "lamp", 0), view("v2", "ann", "lamp", 1)))
                .getResultsList())
        .extracting(result -> result.getOutcome())
        .containsExactly(Outcome.OUTCOME_DUPLICATE, Outcome.OUTCOME_WRITTEN);
    assertThat(views("ann")).isEqualTo(2);
  }

  @Test
  void aFollowerIsSentAwayAndGoesOnFromItsCursor() {
    service.events().writeEvents(write("demo", view("v1", "ann", "lamp", 0)));
    Iterator<TailEventsResponse> parts = tail("");
    TailEventsResponse first = parts.next();
    assertThat(first.getEventsList()).hasSize(1);
    String cursor = first.getCursor();

    service.redis().kill();
    assertUnavailable(parts::next);
    service.redis().startAgain();
    awaitReadiness(ServingStatus.SERVING);
    service.events().writeEvents(write("demo", view("v2", "ann", "lamp", 1)));

    assertThat(tail(cursor).next().getEventsList())
        .extracting(logged -> logged.getEvent().getId())
        .containsExactly("v2");
  }

  @Test
  void anImportThatIsBrokenOffLeavesNothingHalfWritten() throws InterruptedException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      events.add(view("v" + i, "c" + i % CUSTOMERS, "lamp", i));
    }
    // Redis goes when the log has begun to fill, and before it is full.
    Thread killer = Thread.ofVirtual().start(this::killOnceEventsArrive);
    Iterable<Event> heldUp =
        () ->
            Stream.concat(
                    events.stream().limit(MANY / 2),
                    events.stream().skip(MANY / 2).peek(_ -> awaitEnd(killer)))
                .iterator();

    assertUnavailable(() -> ImportForTests.run(service.channel(), "demo", heldUp));

    killer.join();
    service.redis().startAgain();
    awaitReadiness(ServingStatus.SERVING);
    long kept = 0;
    for (int c = 0; c < CUSTOMERS; c++) {
      long counted = viewsOrNone("c" + c);
      assertThat(counted).as("history of c%d", c).isEqualTo(history("c" + c));
      kept += counted;
    }
    assertThat(kept).isPositive().isLessThan(MANY);

    ImportEventsResponse again = ImportForTests.run(service.channel(), "demo", events);
    assertThat(again.getDuplicateCount()).isEqualTo(kept);
    assertThat(again.getWrittenCount()).isEqualTo(MANY - kept);
  }

  private void killOnceEventsArrive() {
    while (viewsOrNone("c0") == 0) {
      Thread.onSpinWait();
    }
    service.redis().kill();
  }

  private static void awaitEnd(Thread thread) {
    try {
      assertThat(thread.join(LONGEST_WAIT)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Iterator<TailEventsResponse> tail(String cursor) {
    return service
        .events()
        .tailEvents(
            TailEventsRequest.newBuilder().setParent("stores/demo").setCursor(cursor).build());
  }

  private long views(String customer) {
    return service
        .customers()
        .getCustomer(
            GetCustomerRequest.newBuilder().setName("stores/demo/customers/" + customer).build())
        .getActivity()
        .getViewCount();
  }

  private long viewsOrNone(String customer) {
    try {
      return views(customer);
    } catch (StatusRuntimeException e) {
      assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
      return 0;
    }
  }

  private long history(String customer) {
    if (viewsOrNone(customer) == 0) {
      return 0;
    }
    return service
        .customers()
        .listCustomerEvents(
            ListCustomerEventsRequest.newBuilder()
                .setParent("stores/demo/customers/" + customer)
                .setPageSize(1_000)
                .build())
        .getEventsCount();
  }

  private void awaitReadiness(ServingStatus status) {
    HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(service.channel().channel());
    HealthCheckRequest request =
        HealthCheckRequest.newBuilder().setService(RpcServer.READINESS).build();
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (health.check(request).getStatus() != status) {
      assertThat(Instant.now()).as("readiness: " + status).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
  }
}
