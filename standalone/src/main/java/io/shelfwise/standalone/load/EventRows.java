package io.shelfwise.standalone.load;

import io.shelfwise.event.v1.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The events of a table, one a row, except that purchases and returns have a row for each line:
 * rows that follow each other and name the same kind, customer and order are one event. It has the
 * id of its first row, or the number of the order.
 *
 * <p>An order of which one row cannot be read is not taken at all: without that row it would be
 * another order.
 */
public final class EventRows implements Iterator<Entry<Event>> {
  private final Iterator<CsvRow> rows;
  private final CellForms forms;
  private final Queue<Entry<Event>> ready = new ArrayDeque<>();
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

  private void read(CsvRow row, Event.Builder event) {
    EventKind kind = EventKind.of(row);
    if (event.getActionCase() == Event.ActionCase.ACTION_NOT_SET) {
      event.setCustomer(row.required("customer"));
      forms.time(row, "time").ifPresent(event::setEventTime);
      row.text("id").or(() -> Order.of(row).map(Order::number)).ifPresent(event::setId);
    }
    kind.read(row, forms, event);
    if (event.getId().isEmpty()) {
      throw new RowException("id: nothing (expected: an id, or the number of an order)");
    }
  }

  /** What makes rows one event. */
  private record Order(String kind, String customer, String number) {
    static Optional<Order> of(CsvRow row) {
      return row.text("order")
          .filter(number -> isOfLines(row))
          .map(number -> new Order(row.required("kind"), row.text("customer").orElse(""), number));
    }

    private static boolean isOfLines(CsvRow row) {
      try {
        return EventKind.of(row).hasLines();
      } catch (RowException e) {
        return false;
      }
    }
  }
}
