package io.shelfwise.profile.log;

import static io.shelfwise.profile.Events.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.profile.ImportForTests;
import io.shelfwise.profile.ServiceForTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImportEventsIT {
  private static final int MANY = 5_000;

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
  void aStreamOfSeveralChunksIsKeptWhole() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      events.add(view("v" + i, "c" + i % 7, "lamp", i));
    }

    ImportEventsResponse first = ImportForTests.run(service.channel(), "whole", events);
    ImportEventsResponse again = ImportForTests.run(service.channel(), "whole", events);

    assertThat(first.getWrittenCount()).isEqualTo(MANY);
    assertThat(first.getDuplicateCount()).isZero();
    assertThat(again.getWrittenCount()).isZero();
    assertThat(again.getDuplicateCount()).isEqualTo(MANY);
    long views = 0;
    for (int i = 0; i < 7; i++) {
      views += views("whole", "c" + i);
    }
    assertThat(views).isEqualTo(MANY);
  }

  @Test
  void whatIsRejectedIsListedByItsPlaceUpToAThousand() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      events.add(view(i % 2 == 0 ? "v" + i : "not an id", "ann", "lamp", i));
    }

    ImportEventsResponse response = ImportForTests.run(service.channel(), "half", events);

    assertThat(response.getWrittenCount()).isEqualTo(1_500);
    assertThat(response.getRejectedCount()).isEqualTo(1_500);
    assertThat(response.getRejectionsList()).hasSize(1_000);
    assertThat(response.getRejections(7).getIndex()).isEqualTo(15);
    assertThat(response.getRejections(7).getId()).isEqualTo("not an id");
    assertThat(response.getRejections(7).getError().getMessage()).startsWith("event.id must be");
  }

  @Test
  void nothingSentIsNothingWritten() {
    assertThat(ImportForTests.run(service.channel(), "empty", List.of()))
        .isEqualTo(ImportEventsResponse.getDefaultInstance());
  }

  @Test
  void aStreamForNoStoreIsRefused() {
    assertThatThrownBy(
            () ->
                ImportForTests.run(
                    service.channel(), "no store", List.of(view("v", "ann", "lamp", 0))))
        .hasMessageContaining("parent must be stores/{store}");
  }

  private static long views(String store, String customer) {
    return service
        .customers()
        .getCustomer(
            GetCustomerRequest.newBuilder()
                .setName("stores/" + store + "/customers/" + customer)
                .build())
        .getActivity()
        .getViewCount();
  }
}
