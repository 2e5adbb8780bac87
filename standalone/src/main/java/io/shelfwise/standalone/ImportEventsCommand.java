package io.shelfwise.standalone;

import io.shelfwise.event.v1.Event;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.Delivery;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.EventRows;
import io.shelfwise.standalone.load.JsonLines;
import io.shelfwise.standalone.load.Senders;
import io.shelfwise.standalone.process.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
  @Mixin private FileOptions file = new FileOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Where to write every rejected row and why.")
  private Optional<Path> report = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (BufferedReader reader = file.file().open();
        ImportReport rejected = new ImportReport(spec.commandLine().getErr(), report);
        RpcChannel channel = server.open()) {
      Iterator<Entry<Event>> events = events(reader);
      Delivery<Event> delivery =
          Delivery.begin(
              new Senders(server.storeName()).events(channel.channel()),
              event -> event.getCustomer().hashCode(),
              rejected,
              done -> {});
      events.forEachRemaining(delivery::add);
      return rejected.conclude(spec.commandLine().getOut(), delivery.finish());
    }
  }

  private Iterator<Entry<Event>> events(BufferedReader reader) {
    return switch (file.format()) {
      case CSV -> {
        CsvRows rows = CsvRows.open(reader, file.dialect());
        rows.require("customer", "kind");
        yield new EventRows(rows, file.forms());
      }
      case JSONL -> new JsonLines<>(reader, Event.class, Event::newBuilder);
    };
  }
}
