package io.shelfwise.standalone;

import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.JsonLines;
import io.shelfwise.standalone.load.ProductRows;
import io.shelfwise.standalone.load.Senders;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  @Mixin private FileImport file = new FileImport();

  @Override
  public Integer call() throws IOException {
    return file.run(
        ImportProductsCommand::read, Senders::products, product -> product.getName().hashCode());
  }

  private static Iterator<Entry<Product>> read(FileOptions file, BufferedReader reader) {
    return switch (file.format()) {
      case CSV -> {
        CsvRows rows = CsvRows.open(reader, file.dialect());
        rows.requireNameable("id", "title");
        yield new ProductRows(rows, file.forms());
      }
      case JSONL -> new JsonLines<>(reader, Product.class, Product::newBuilder);
    };
  }
}
