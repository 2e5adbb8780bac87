package io.shelfwise.standalone;

import io.shelfwise.product.v1.Product;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.Delivery;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.JsonLines;
import io.shelfwise.standalone.load.ProductRows;
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

/** Imports what the shop sells. */
@Command(
    name = "products",
    description = {
      "Imports what the shop sells; a product that is there already is replaced.",
      "Columns of a table: id, title, description, brand, categories (Kitchen > Baking), price, currency,"
          + " margin, stock, availability (in stock, out of stock, discontinued), hidden, uri, and attribute.NAME"
          + " for each further property."
    })
final class ImportProductsCommand implements Callable<Integer> {
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
      Iterator<Entry<Product>> products = products(reader);
      Delivery<Product> delivery =
          Delivery.begin(
              new Senders(server.storeName()).products(channel.channel()),
              product -> product.getName().hashCode(),
              rejected,
              done -> {});
      products.forEachRemaining(delivery::add);
      return rejected.conclude(spec.commandLine().getOut(), delivery.finish());
    }
  }

  private Iterator<Entry<Product>> products(BufferedReader reader) {
    return switch (file.format()) {
      case CSV -> {
        CsvRows rows = CsvRows.open(reader, file.dialect());
        rows.require("id", "title");
        yield new ProductRows(rows, file.forms());
      }
      case JSONL -> new JsonLines<>(reader, Product.class, Product::newBuilder);
    };
  }
}
