package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.line;
import static io.shelfwise.profile.Events.money;
import static io.shelfwise.profile.Events.purchase;
import static io.shelfwise.profile.Events.returned;
import static io.shelfwise.profile.Events.time;
import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.Code;
import io.grpc.Status;
import io.shelfwise.customer.v1.Activity;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.profile.ServiceForTests;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WriteEventsIT {
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
  void writingTheSameEventTwiceKeepsOne() {
    WriteEventsRequest request = write("twice", view("v1", "ann", "lamp", 0));

    assertThat(outcomes(service.events().writeEvents(request)))
        .containsExactly(Outcome.OUTCOME_WRITTEN);
    assertThat(outcomes(service.events().writeEvents(request)))
        .containsExactly(Outcome.OUTCOME_DUPLICATE);

    assertThat(customer("twice", "ann").getActivity().getViewCount()).isEqualTo(1);
    assertThat(history("twice", "ann")).hasSize(1);
  }

  @Test
  void theSecondOfTwoEqualIdsInOneBatchIsADuplicate() {
    WriteEventsResponse response =
        service
            .events()
            .writeEvents(
                write("pair", view("v1", "ann", "lamp", 0), view("v1", "ann", "table", 1)));

    assertThat(outcomes(response))
        .containsExactly(Outcome.OUTCOME_WRITTEN, Outcome.OUTCOME_DUPLICATE);
    assertThat(history("pair", "ann").getFirst().getProductView().getProduct())
        .isEqualTo("stores/pair/products/lamp");
  }

  @Test
  void anIdIsTheCustomersOwn() {
    WriteEventsResponse response =
        service
            .events()
            .writeEvents(write("two", view("v1", "ann", "lamp", 0), view("v1", "bob", "lamp", 0)));

    assertThat(outcomes(response))
        .containsExactly(Outcome.OUTCOME_WRITTEN, Outcome.OUTCOME_WRITTEN);
  }

  @Test
  void goodEventsAreKeptBesideARejectedOne() {
    WriteEventsResponse response =
        service
            .events()
            .writeEvents(
                write(
                    "mixed",
                    view("v1", "ann", "lamp", 0),
                    purchase("p1", "ann", 1, line("lamp", -1, 1, 0)),
                    view("v2", "ann", "lamp", 2)));

    assertThat(outcomes(response))
        .containsExactly(
            Outcome.OUTCOME_WRITTEN, Outcome.OUTCOME_REJECTED, Outcome.OUTCOME_WRITTEN);
    WriteResult rejected = response.getResults(1);
    assertThat(rejected.getId()).isEqualTo("p1");
    assertThat(rejected.getError().getCode()).isEqualTo(Code.INVALID_ARGUMENT_VALUE);
    assertThat(rejected.getError().getMessage())
        .isEqualTo("events[1].purchase.lines[0].quantity must be from 1 to 1000000");
    assertThat(customer("mixed", "ann").getActivity().getViewCount()).isEqualTo(2);
  }

  @Test
  void aCustomerIsTheSumOfItsEvents() {
    service
        .events()
        .writeEvents(
            write(
                "sums",
                view("v1", "ann", "lamp", 0),
                purchase("p1", "ann", 60, line("lamp", 3, 2, 55), line("bulb", 1, 0, 85)),
                purchase("p2", "ann", 30, line("lamp", 1_000_000, 900, 1)),
                returned("r1", "ann", 90, line("lamp", 1, 2, 55)),
                view("v1", "bob", "lamp", 5)));

    Activity activity = customer("sums", "ann").getActivity();
    assertThat(activity.getViewCount()).isEqualTo(1);
    assertThat(activity.getOrderCount()).isEqualTo(2);
    assertThat(activity.getUnitCount()).isEqualTo(3 + 1 + 1_000_000);
    // 3 × 2.55 + 0.85 + 1,000,000 × 900.01
    assertThat(activity.getRevenue()).isEqualTo(money("GBP", 900_010_008, 50));
    assertThat(activity.getReturnCount()).isEqualTo(1);
    assertThat(activity.getReturned()).isEqualTo(money("GBP", 2, 55));
    assertThat(activity.getFirstEventTime()).isEqualTo(time(0));
    assertThat(activity.getLastEventTime()).isEqualTo(time(90));
    assertThat(activity.getLastOrderTime()).isEqualTo(time(60));
  }

  @Test
  void sumsOfMoneyStayExactBeyondWhatADoubleHolds() {
    // 20 × 999,999,999.999999 is 2·10^16 millionths; doubles are exact up to 9·10^15.
    Event[] orders = new Event[20];
    for (int i = 0; i < orders.length; i++) {
      orders[i] =
          purchase(
              "p" + i,
              "ann",
              i,
              line("yacht", 1, 0, 0).toBuilder()
                  .setUnitPrice(money("GBP", 999_999_999, 0).toBuilder().setNanos(999_999_000))
                  .build());
    }
    service.events().writeEvents(write("large", orders));

    assertThat(customer("large", "ann").getActivity().getRevenue())
        .isEqualTo(
            money("GBP", 19_999_999_999L, 0).toBuilder().setNanos(1_000_000_000 - 20_000).build());
  }

  @Test
  void aStoreHasTheCurrencyOfItsFirstPurchase() {
    service.events().writeEvents(write("pounds", purchase("p1", "ann", 0, line("lamp", 1, 1, 0))));

    Event euros =
        purchase(
            "p2",
            "bob",
            0,
            line("lamp", 1, 0, 0).toBuilder().setUnitPrice(money("EUR", 1, 0)).build());
    WriteResult result = service.events().writeEvents(write("pounds", euros)).getResults(0);

    assertThat(result.getOutcome()).isEqualTo(Outcome.OUTCOME_REJECTED);
    assertThat(result.getError().getMessage())
        .isEqualTo(
            "events[0].purchase.lines[0].unit_price.currency_code must be GBP, the store's currency");
  }

  @Test
  void aBatchThatIsWrongAsAWholeIsRefused() {
    assertThatThrownBy(() -> service.events().writeEvents(write("none")))
        .isInstanceOfSatisfying(
            io.grpc.StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
        .hasMessageContaining("events must be 1 to 1000 events");
    assertThatThrownBy(() -> service.events().writeEvents(write("-", view("v", "a", "p", 0))))
        .hasMessageContaining("parent must be stores/{store}");
    assertThatThrownBy(() -> service.events().writeEvents(write("a b", view("v", "a", "p", 0))))
        .hasMessageContaining("parent must be stores/{store}");
  }

  private static List<Outcome> outcomes(WriteEventsResponse response) {
    return response.getResultsList().stream().map(WriteResult::getOutcome).toList();
  }

  private static Customer customer(String store, String customer) {
    return service
        .customers()
        .getCustomer(
            GetCustomerRequest.newBuilder()
                .setName("stores/" + store + "/customers/" + customer)
                .build());
  }

  private static List<Event> history(String store, String customer) {
    return service
        .customers()
        .listCustomerEvents(
            ListCustomerEventsRequest.newBuilder()
                .setParent("stores/" + store + "/customers/" + customer)
                .build())
        .getEventsList();
  }
}
