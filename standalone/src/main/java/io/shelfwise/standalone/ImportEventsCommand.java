package io.shelfwise.standalone;

import io.shelfwise.event.v1.Event;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.EventRows;
import io.shelfwise.standalone.load.JsonLines;
import io.shelfwise.standalone.load.Senders;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Imports what customers did. */
@Command(
    name = "events",
    description = {
      "Imports what customers did.",
      "Columns of a table: id, time, customer, kind (view, cart-addition, cart-removal, purchase, return,"
          + " rating, search, survey-answer), product, quantity, price, currency, order, stars, title, text, query,"
          + " survey, question, number, choice.",
      "Rows that follow each other and name the same purchase or return, by customer and order, are lines"
          + " of one. Such an event needs no id: it gets one from its kind and order.",
      "A file can be imported again: what is there already is not written twice."
    })
final class ImportEventsCommand implements Callable<Integer> {
  @Mixin private FileImport file = new FileImport();

  @Override
  public Integer call() throws IOException {
    return file.run(
        ImportEventsCommand::read, Senders::events, event -> event.getCustomer().hashCode());
  }

  private static Iterator<Entry<Event>> read(FileOptions file, BufferedReader reader) {
    return switch (file.format()) {
      case CSV -> {
        CsvRows rows = CsvRows.open(reader, file.dialect());
        rows.requireNameable("customer", "kind");
        yield new EventRows(rows, file.forms());
      }
      case JSONL -> new JsonLines<>(reader, Event.class, Event::newBuilder);
    };
  }
}
