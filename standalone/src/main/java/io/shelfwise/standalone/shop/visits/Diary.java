package io.shelfwise.standalone.shop.visits;

import com.google.protobuf.Timestamp;
import io.shelfwise.event.v1.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what one customer did, and gives it ids in the order of time. */
final class Diary {
  private final String customer;
  private final Instant end;
  private final List<Event.Builder> entries = new ArrayList<>();

  Diary(String customer, Instant end) {
    this.customer = customer;
    this.end = end;
  }

  /** Notes what was done at a time; what would be done after the end has not been done yet. */
  void note(Instant time, Event.Builder event) {
    if (!time.isAfter(end)) {
      entries.add(
          event
              .setCustomer(customer)
              .setEventTime(Timestamp.newBuilder().setSeconds(time.getEpochSecond())));
    }
  }

  List<Event> events() {
    entries.sort(Comparator.comparingLong(entry -> entry.getEventTime().getSeconds()));
    String number = customer.substring(customer.indexOf('-'));
    List<Event> events = new ArrayList<>(entries.size());
    for (Event.Builder entry : entries) {
      events.add(
          entry.setId(letter(entry.getActionCase()) + number + "-" + (events.size() + 1)).build());
    }
    return events;
  }

  private static char letter(Event.ActionCase action) {
    return switch (action) {
      case PRODUCT_VIEW -> 'v';
      case CART_ADDITION -> 'c';
      case CART_REMOVAL -> 'x';
      case PURCHASE -> 'o';
      case RETURN -> 'b';
      case RATING -> 'r';
      case SEARCH -> 's';
      case SURVEY_ANSWER -> 'q';
      case ERASURE, ACTION_NOT_SET -> throw new IllegalStateException("not a visit: " + action);
    };
  }
}
