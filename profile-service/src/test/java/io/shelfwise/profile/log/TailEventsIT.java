package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.profile.ServiceForTests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TailEventsIT {
  private static final int WRITERS = 4;
  private static final int BATCHES = 40;
  private static final int BATCH = 25;

  private static ServiceForTests service;

  @BeforeAll
  static void start() {
    service = ServiceForTests.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aStoreThatIsNotThereYetHasNothingToFollow() {
    try (Following following = new Following("stores/later", "")) {
      TailEventsResponse first = following.next();

      assertThat(first.getCaughtUp()).isTrue();
      assertThat(first.getEventsList()).isEmpty();
    }
  }

  @Test
  void aStoreThatComesToBeIsFollowedToo() {
    try (Following following = new Following("stores/-", "")) {
      while (!following.next().getCaughtUp()) {
        // What other tests have written.
      }
      service.events().writeEvents(write("born", view("v1", "ann", "lamp", 0)));

      TailEventsResponse news = following.next();
      assertThat(news.getEvents(0).getStore()).isEqualTo("stores/born");
      assertThat(news.getEvents(0).getEvent().getCustomer()).isEqualTo("stores/born/customers/ann");
    }
  }

  @Test
  void oneStoreIsFollowedWithoutTheOthers() {
    service.events().writeEvents(write("mine", view("v1", "ann", "lamp", 0)));
    service.events().writeEvents(write("theirs", view("v1", "ann", "lamp", 0)));

    try (Following following = new Following("stores/mine", "")) {
      assertThat(following.untilCaughtUp()).hasSize(1);
    }
  }

  /** Were it told after them only, who follows a shop that is never quiet would never hear it. */
  @Test
  void thatTheEndIsReachedIsToldWithTheLastEvents() {
    service.events().writeEvents(write("end", view("v1", "ann", "lamp", 0)));

    try (Following following = new Following("stores/end", "")) {
      TailEventsResponse first = following.next();

      assertThat(first.getEventsCount()).isEqualTo(1);
      assertThat(first.getCaughtUp()).isTrue();
    }
  }

  @Test
  void whoComesBackWhileTheServerDrainsIsSentElsewhere() {
    try (ServiceForTests draining = ServiceForTests.start()) {
      draining.bean(LogTail.class).close();

      assertThatThrownBy(
              () ->
                  draining
                      .events()
                      .withDeadlineAfter(20, TimeUnit.SECONDS)
                      .tailEvents(TailEventsRequest.newBuilder().setParent("stores/-").build())
                      .forEachRemaining(_ -> {}))
          .hasMessageContaining("the log is unavailable");
    }
  }

  @Test
  void whoFollowsALogThatWasLostIsToldSoAndTheNewOneIsWhole() {
    try (ServiceForTests shop = ServiceForTests.start()) {
      Event[] events =
          IntStream.range(0, 50)
              .mapToObj(i -> view("v" + i, "c" + i, "lamp", i))
              .toArray(Event[]::new);
      shop.events().writeEvents(write("lost", events));
      String cursor;
      try (Following following = new Following(shop, "stores/-", "")) {
        following.untilCaughtUp();
        cursor = following.cursor();
        shop.redis().flush();
        assertReplaced(following::next);
      }
      // The service has run on, and remembers the store that Redis has lost.
      shop.events().writeEvents(write("lost", events));

      try (Following following = new Following(shop, "stores/-", cursor)) {
        assertReplaced(following::next);
      }
      try (Following following = new Following(shop, "stores/lost", cursor)) {
        assertReplaced(following::next);
      }
      try (Following following = new Following(shop, "stores/-", "")) {
        assertThat(following.untilCaughtUp())
            .extracting(Event::getId)
            .containsExactlyInAnyOrderElementsOf(Stream.of(events).map(Event::getId).toList());
      }
    }
  }

  private static void assertReplaced(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refusal -> {
              assertThat(refusal.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
              assertThat(StatusProto.fromThrowable(refusal)).asString().contains("LOG_REPLACED");
            });
  }

  @Test
  void aRedisThatIsStartedAgainKeepsItsLogsId() {
    try (ServiceForTests shop = ServiceForTests.start()) {
      shop.events().writeEvents(write("kept", view("v1", "ann", "lamp", 0)));
      String cursor;
      try (Following following = new Following(shop, "stores/-", "")) {
        following.untilCaughtUp();
        cursor = following.cursor();
      }
      shop.redis().kill();
      shop.redis().startAgain();
      writeWhenItIsBack(shop, write("kept", view("v2", "ann", "lamp", 1)));

      try (Following following = new Following(shop, "stores/-", cursor)) {
        assertThat(following.untilCaughtUp()).extracting(Event::getId).containsExactly("v2");
      }
    }
  }

  private static void writeWhenItIsBack(ServiceForTests shop, WriteEventsRequest request) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        shop.events().writeEvents(request);
        return;
      } catch (StatusRuntimeException e) {
        assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(end);
      }
    }
  }

  @Test
  void everythingIsSeenOnceAndInOrderWhileWritersWrite() throws InterruptedException {
    List<Thread> writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> Thread.ofVirtual().start(() -> writeAll("busy", writer)))
            .toList();
    List<Event> seen = new ArrayList<>();
    String cursor = "";
    // The follower goes and comes back again and again, from its cursor on.
    while (seen.size() < WRITERS * BATCHES * BATCH) {
      try (Following following = new Following("stores/busy", cursor)) {
        seen.addAll(following.untilCaughtUp());
        cursor = following.cursor();
      }
    }
    for (Thread writer : writers) {
      writer.join();
    }

    Map<String, List<String>> byCustomer =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    Event::getCustomer, Collectors.mapping(Event::getId, Collectors.toList())));
    assertThat(byCustomer).hasSize(WRITERS);
    byCustomer.forEach(
        (customer, ids) ->
            assertThat(ids)
                .as(customer)
                .isEqualTo(
                    IntStream.range(0, BATCHES * BATCH).mapToObj(Integer::toString).toList()));
  }

  @Test
  void whatIsNoCursorIsRefused() {
    try (Following following = new Following("stores/mine", "not a cursor")) {
      assertThatThrownBy(following::next).hasMessageContaining("cursor must be");
    }
  }

  private static void writeAll(String store, int writer) {
    for (int batch = 0; batch < BATCHES; batch++) {
      int first = batch * BATCH;
      service
          .events()
          .writeEvents(
              write(
                  store,
                  IntStream.range(first, first + BATCH)
                      .mapToObj(i -> view(Integer.toString(i), "c" + writer, "lamp", i))
                      .toArray(Event[]::new)));
    }
  }

  /** A follower that can go. */
  private static final class Following implements AutoCloseable {
    private final Context.CancellableContext context = Context.current().withCancellation();
    private final Iterator<TailEventsResponse> parts;
    private String cursor = "";

    Following(String parent, String cursor) {
      this(service, parent, cursor);
    }

    Following(ServiceForTests of, String parent, String cursor) {
      TailEventsRequest request =
          TailEventsRequest.newBuilder().setParent(parent).setCursor(cursor).build();
      Context before = context.attach();
      try {
        parts = of.events().tailEvents(request);
      } finally {
        context.detach(before);
      }
    }

    TailEventsResponse next() {
      TailEventsResponse part = parts.next();
      cursor = part.getCursor();
      return part;
    }

    List<Event> untilCaughtUp() {
      List<Event> events = new ArrayList<>();
      TailEventsResponse part;
      do {
        part = next();
        part.getEventsList().forEach(logged -> events.add(logged.getEvent()));
      } while (!part.getCaughtUp());
      return events;
    }

    String cursor() {
      return cursor;
    }

    @Override
    public void close() {
      context.cancel(null);
    }
  }
}
