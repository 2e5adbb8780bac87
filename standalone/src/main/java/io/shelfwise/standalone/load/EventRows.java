package io.shelfwise.standalone.load;

import io.shelfwise.event.v1.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The events of a table, one a row, except that purchases and returns have a row for each line:
 * rows that follow each other and name the same kind, customer and order are one event. It has the
 * id of its first row, or one made of its kind and the number of the order: an order and what came
 * back of it are two events.
 *
 * <p>An order of which one row cannot be read is not taken at all: without that row it would be
 * another order. Nor are further rows of an order that has ended: they would get the id of the
 * first ones, and be lost as if they had been sent before. So the orders of the file are
 * remembered, which is the one thing here that grows with it.
 */
public final class EventRows implements Iterator<Entry<Event>> {
  private final Iterator<CsvRow> rows;
  private final CellForms forms;
  private final Queue<Entry<Event>> ready = new ArrayDeque<>();
  private final Map<Order, Long> firstRows = new HashMap<>();
  private @Nullable CsvRow ahead;

  /** Reads the rows as events. */
  public EventRows(Iterator<CsvRow> rows, CellForms forms) {
    this.rows = rows;
    this.forms = forms;
    this.ahead = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return !ready.isEmpty() || ahead != null;
  }

  @Override
  public Entry<Event> next() {
    if (ready.isEmpty()) {
      List<CsvRow> together = nextTogether();
      ready.addAll(read(together));
    }
    return ready.remove();
  }

  private List<CsvRow> nextTogether() {
    CsvRow first = ahead;
    if (first == null) {
      throw new NoSuchElementException();
    }
    Optional<Order> order = Order.of(first);
    List<CsvRow> together = new ArrayList<>();
    CsvRow row = first;
    do {
      together.add(row);
      row = rows.hasNext() ? rows.next() : null;
    } while (row != null && order.isPresent() && order.equals(Order.of(row)));
    ahead = row;
    return together;
  }

  private List<Entry<Event>> read(List<CsvRow> together) {
    OptionalLong earlier = earlierRow(together.getFirst());
    if (earlier.isPresent()) {
      return together.stream().map(row -> apart(row, earlier.getAsLong())).toList();
    }
    Event.Builder event = Event.newBuilder();
    List<Entry<Event>> bad = new ArrayList<>();
    for (CsvRow row : together) {
      try {
        read(row, event);
      } catch (RowException e) {
        bad.add(new Entry.Bad<>(row.number(), String.valueOf(e.getMessage())));
      }
    }
    CsvRow first = together.getFirst();
    if (bad.isEmpty()) {
      return List.of(new Entry.Good<>(first.number(), event.build()));
    }
    long wrong = bad.getFirst().row();
    together.stream()
        .filter(row -> bad.stream().noneMatch(entry -> entry.row() == row.number()))
        .forEach(
            row ->
                bad.add(
                    new Entry.Bad<>(row.number(), "the same order has row " + wrong + " in it")));
    return bad;
  }

  /** The row in which an event began that would have the same id. */
  private OptionalLong earlierRow(CsvRow first) {
    if (first.text("id").isPresent()) {
      return OptionalLong.empty();
    }
    return Order.of(first)
        .map(order -> firstRows.putIfAbsent(order, first.number()))
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static Entry<Event> apart(CsvRow row, long earlier) {
    return new Entry.Bad<>(
        row.number(),
        "order: %s has begun in row %d and ended (expected: its rows together, or an id)"
            .formatted(row.text("order").orElse(""), earlier));
  }

  private void read(CsvRow row, Event.Builder event) {
    EventKind kind = EventKind.of(row);
    if (event.getActionCase() == Event.ActionCase.ACTION_NOT_SET) {
      event.setCustomer(row.required("customer"));
      forms.time(row, "time").ifPresent(event::setEventTime);
      row.text("id").or(() -> Order.of(row).map(Order::eventId)).ifPresent(event::setId);
    }
    kind.read(row, forms, event);
    if (event.getId().isEmpty()) {
      throw new RowException("id: nothing (expected: an id, or the number of an order)");
    }
  }

  /** What makes rows one event. */
  private record Order(EventKind kind, String customer, String number) {
    static Optional<Order> of(CsvRow row) {
      return row.text("order")
          .flatMap(
              number ->
                  kindOfLines(row)
                      .map(kind -> new Order(kind, row.text("customer").orElse(""), number)));
    }

    /** Unique among the customer's events, which is all that ids have to be. */
    String eventId() {
      return kind.word() + "-" + number;
    }

    private static Optional<EventKind> kindOfLines(CsvRow row) {
      try {
        return Optional.of(EventKind.of(row)).filter(EventKind::hasLines);
      } catch (RowException e) {
        return Optional.empty(); // told when the row is read
      }
    }
  }
}
