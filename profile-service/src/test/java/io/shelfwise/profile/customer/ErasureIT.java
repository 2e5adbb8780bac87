package io.shelfwise.profile.customer;

import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.lettuce.core.RedisClient;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.EraseCustomerRequest;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.event.v1.Erasure;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.ServiceForTests;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErasureIT {
  /** More than Lua takes apart at once. */
  private static final int MANY = 2_500;

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
  void nothingIsLeftOfACustomerWhoIsErased() {
    for (int from = 0; from < MANY; from += 500) {
      service
          .events()
          .writeEvents(
              write(
                  "gone",
                  IntStream.range(from, from + 500)
                      .mapToObj(i -> view("v" + i, "ann", "lamp", i))
                      .toArray(Event[]::new)));
    }
    introduce("stores/gone/customers/ann");

    erase("stores/gone/customers/ann");

    assertNotFound(
        () ->
            service
                .customers()
                .getCustomer(
                    GetCustomerRequest.newBuilder().setName("stores/gone/customers/ann").build()));
    assertThat(keys("*gone/*")).allSatisfy(key -> assertThat(key).endsWith(":log"));
    assertThat(log("stores/gone")).extracting(Event::hasErasure).containsExactly(true);
  }

  @Test
  void theLogTellsOfTheErasureAndKeepsWhatOthersDid() {
    service
        .events()
        .writeEvents(
            write(
                "told",
                view("v1", "ann", "lamp", 0),
                view("v1", "bob", "lamp", 0),
                view("v2", "bob", "vase", 1)));

    erase("stores/told/customers/ann");

    List<Event> log = log("stores/told");
    assertThat(log).filteredOn(event -> event.getCustomer().endsWith("/bob")).hasSize(2);
    assertThat(log)
        .filteredOn(event -> event.getCustomer().equals("stores/told/customers/ann"))
        .singleElement()
        .satisfies(event -> assertThat(event.getErasure()).isEqualTo(Erasure.getDefaultInstance()));
  }

  @Test
  void whoIsWrittenAgainIsSomeoneNew() {
    service.events().writeEvents(write("again", view("v1", "ann", "lamp", 0)));
    introduce("stores/again/customers/ann");
    erase("stores/again/customers/ann");

    WriteEventsResponse written =
        service.events().writeEvents(write("again", view("v1", "ann", "lamp", 0)));

    assertThat(written.getResults(0).getOutcome()).isEqualTo(Outcome.OUTCOME_WRITTEN);
    Customer ann =
        service
            .customers()
            .getCustomer(
                GetCustomerRequest.newBuilder().setName("stores/again/customers/ann").build());
    assertThat(ann.getActivity().getViewCount()).isEqualTo(1);
    assertThat(ann.getPerson()).isEqualTo(Person.getDefaultInstance());
  }

  @Test
  void whoIsNotThereCannotBeErased() {
    service.events().writeEvents(write("twice", view("v1", "ann", "lamp", 0)));
    erase("stores/twice/customers/ann");

    assertNotFound(() -> erase("stores/twice/customers/ann"));
    assertNotFound(() -> erase("stores/nowhere/customers/ann"));
    assertThatThrownBy(() -> erase("stores/twice/customers/a b"))
        .hasMessageContaining("name must be stores/{store}/customers/{customer}");
  }

  @Test
  void anErasureIsNoEventThatCanBeWritten() {
    Event erasure =
        Event.newBuilder()
            .setId("e1")
            .setCustomer("ann")
            .setErasure(Erasure.getDefaultInstance())
            .build();

    WriteEventsResponse written = service.events().writeEvents(write("refused", erasure));

    assertThat(written.getResults(0).getOutcome()).isEqualTo(Outcome.OUTCOME_REJECTED);
    assertThat(written.getResults(0).getError().getMessage())
        .contains("events[0].action must be one of");
  }

  private static void erase(String name) {
    service.customers().eraseCustomer(EraseCustomerRequest.newBuilder().setName(name).build());
  }

  private static void introduce(String name) {
    service
        .customers()
        .updateCustomer(
            UpdateCustomerRequest.newBuilder()
                .setCustomer(
                    Customer.newBuilder()
                        .setName(name)
                        .setPerson(Person.newBuilder().setEmail("ann@example.com")))
                .build());
  }

  private static List<String> keys(String pattern) {
    RedisClient client = RedisClient.create(service.redis().uri());
    try (var connection = client.connect()) {
      return connection.sync().keys(pattern);
    } finally {
      client.shutdown();
    }
  }

  /** A store's log from its beginning to its end. */
  private static List<Event> log(String store) {
    Iterator<TailEventsResponse> parts =
        service
            .events()
            .withDeadlineAfter(20, TimeUnit.SECONDS)
            .tailEvents(TailEventsRequest.newBuilder().setParent(store).build());
    List<Event> events = new ArrayList<>();
    boolean caughtUp = false;
    while (!caughtUp) {
      TailEventsResponse part = parts.next();
      part.getEventsList().stream().map(LoggedEvent::getEvent).forEach(events::add);
      caughtUp = part.getCaughtUp();
    }
    return events;
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }
}
