package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.profile.ServiceForTests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                      .withDeadlineAfter(5, TimeUnit.SECONDS)
                      .tailEvents(TailEventsRequest.newBuilder().setParent("stores/-").build())
                      .forEachRemaining(_ -> {}))
          .hasMessageContaining("the log is unavailable");
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
      TailEventsRequest request =
          TailEventsRequest.newBuilder().setParent(parent).setCursor(cursor).build();
      Context before = context.attach();
      try {
        parts = service.events().tailEvents(request);
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
