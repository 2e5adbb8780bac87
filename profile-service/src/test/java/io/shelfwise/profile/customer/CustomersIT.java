package io.shelfwise.profile.customer;

import static io.shelfwise.profile.Events.line;
import static io.shelfwise.profile.Events.purchase;
import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.FieldMask;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.customer.v1.ListCustomerEventsResponse;
import io.shelfwise.customer.v1.Person;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.profile.ServiceForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomersIT {
  private static final Person ANN =
      Person.newBuilder()
          .setDisplayName("Ann")
          .setEmail("ann@example.com")
          .setCity("Leeds")
          .build();

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
  void whoWasNeverWrittenDoesNotExist() {
    service.events().writeEvents(write("demo", view("v1", "ann", "lamp", 0)));

    assertNotFound(() -> get("stores/nowhere/customers/ann"));
    assertNotFound(() -> get("stores/demo/customers/nobody"));
    assertNotFound(() -> page("stores/demo/customers/nobody", 0, ""));
    assertThatThrownBy(() -> get("stores/demo/customers/a b"))
        .hasMessageContaining("name must be stores/{store}/customers/{customer}");
  }

  @Test
  void anUpdateMakesACustomer() {
    Customer made = update("made", "ann", ANN);

    assertThat(made.getPerson()).isEqualTo(ANN);
    assertThat(made.hasCreateTime()).isTrue();
    assertThat(get("stores/made/customers/ann")).isEqualTo(made);
  }

  @Test
  void theMaskSaysWhatIsWritten() {
    update("masked", "ann", ANN);
    Person other = Person.newBuilder().setEmail("new@example.com").setCity("York").build();

    assertThat(update("masked", "ann", other, "person.email", "person.display_name").getPerson())
        .isEqualTo(Person.newBuilder().setEmail("new@example.com").setCity("Leeds").build());
  }

  @Test
  void writingTheSameAgainChangesNothing() {
    Customer first = update("same", "ann", ANN);

    assertThat(update("same", "ann", ANN)).isEqualTo(first);
  }

  @Test
  void anUnknownFieldIsRefused() {
    assertThatThrownBy(() -> update("masked", "ann", ANN, "name"))
        .hasMessageContaining("update_mask must name person or fields of it");
  }

  @Test
  void nothingPersonalLiesOpenInRedis() {
    update("sealed", "ann", ANN);
    RedisClient client = RedisClient.create(service.redis().uri());
    try (var connection = client.connect()) {
      RedisCommands<String, String> redis = connection.sync();
      List<String> everything = new ArrayList<>();
      for (String key : redis.keys("*sealed*")) {
        everything.add(key);
        if (redis.type(key).equals("hash")) {
          redis.hgetall(key).forEach((field, value) -> everything.add(field + "=" + value));
        }
      }

      assertThat(everything).anyMatch(text -> text.startsWith("email="));
      assertThat(everything)
          .noneMatch(text -> text.contains("ann@example.com"))
          .noneMatch(text -> text.contains("Leeds"));
    } finally {
      client.shutdown();
    }
  }

  @Test
  void pagesGoFromTheLatestEventToTheEarliest() {
    // Three events at each of seven times.
    service
        .events()
        .writeEvents(
            write(
                "paged",
                IntStream.range(0, 21)
                    .mapToObj(i -> view("v" + i, "ann", "lamp", i % 7))
                    .toArray(Event[]::new)));
    String parent = "stores/paged/customers/ann";

    List<Event> listed = new ArrayList<>();
    String token = "";
    int pages = 0;
    do {
      ListCustomerEventsResponse page = page(parent, 4, token);
      listed.addAll(page.getEventsList());
      token = page.getNextPageToken();
      pages++;
      // What happens in between moves nothing.
      service.events().writeEvents(write("paged", view("new" + pages, "ann", "lamp", 99)));
    } while (!token.isEmpty());

    assertThat(pages).isEqualTo(6);
    assertThat(listed).extracting(Event::getId).doesNotHaveDuplicates().hasSize(21);
    assertThat(listed)
        .extracting(event -> event.getEventTime().getSeconds())
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void aPageThatEndsWithTheLastEventIsTheLast() {
    service
        .events()
        .writeEvents(write("exact", view("v1", "ann", "lamp", 0), view("v2", "ann", "lamp", 1)));

    assertThat(page("stores/exact/customers/ann", 2, "").getNextPageToken()).isEmpty();
    assertThat(page("stores/exact/customers/ann", 1, "").getNextPageToken()).isNotEmpty();
  }

  @Test
  void aTokenIsGoodForItsCustomerOnly() {
    service
        .events()
        .writeEvents(
            write(
                "tokens",
                view("v1", "ann", "lamp", 0),
                view("v2", "ann", "lamp", 1),
                view("v1", "bob", "lamp", 0)));
    String token = page("stores/tokens/customers/ann", 1, "").getNextPageToken();

    assertThatThrownBy(() -> page("stores/tokens/customers/bob", 1, token))
        .hasMessageContaining("page_token must be");
    assertThatThrownBy(() -> page("stores/tokens/customers/ann", 1_001, ""))
        .hasMessageContaining("page_size must be from 0 to 1000");
  }

  private static void assertNotFound(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
  }

  private static Customer get(String name) {
    return service.customers().getCustomer(GetCustomerRequest.newBuilder().setName(name).build());
  }

  private static Customer update(String store, String id, Person person, String... mask) {
    return service
        .customers()
        .updateCustomer(
            UpdateCustomerRequest.newBuilder()
                .setCustomer(
                    Customer.newBuilder()
                        .setName("stores/" + store + "/customers/" + id)
                        .setPerson(person))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                .build());
  }

  /** A page of a thousand of the largest events would be more than a call can answer. */
  @Test
  void aPageOfLargeEventsEndsEarly() {
    LineItem[] many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> line("a-product-with-a-rather-long-id-".repeat(3) + i, 1, 1, 0))
            .toArray(LineItem[]::new);
    for (int i = 0; i < 12; i++) {
      service.events().writeEvents(write("large", purchase("large" + i, "ann", i, many)));
    }

    List<String> listed = new ArrayList<>();
    String token = "";
    int pages = 0;
    do {
      ListCustomerEventsResponse page = page("stores/large/customers/ann", 1_000, token);
      assertThat(page.getEventsCount()).isPositive();
      assertThat(page.getEventsList().stream().mapToInt(Event::getSerializedSize).sum())
          .isLessThanOrEqualTo(1 << 20);
      page.getEventsList().forEach(event -> listed.add(event.getId()));
      token = page.getNextPageToken();
      pages++;
    } while (!token.isEmpty());

    assertThat(listed).isEqualTo(IntStream.range(0, 12).mapToObj(i -> "large" + (11 - i)).toList());
    assertThat(pages).isGreaterThan(1);
  }

  private static ListCustomerEventsResponse page(String parent, int size, String token) {
    return service
        .customers()
        .listCustomerEvents(
            ListCustomerEventsRequest.newBuilder()
                .setParent(parent)
                .setPageSize(size)
                .setPageToken(token)
                .build());
  }
}
