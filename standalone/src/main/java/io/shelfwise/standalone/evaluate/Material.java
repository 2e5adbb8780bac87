package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.endpoint.ProductMapping;
import io.shelfwise.recommend.feed.EventReader;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.standalone.load.CellForms;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.Entry;
import io.shelfwise.standalone.load.EventRows;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.load.ProductRows;
import io.shelfwise.standalone.onlineretail.OnlineRetail;
import io.shelfwise.standalone.onlineretail.TimeShift;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All that was done in a shop, not split yet.
 *
 * @param done what was done
 * @param goods what is sold
 * @param shop whether it is a shop, where things are bought again
 */
record Material(List<Interaction> done, Goods goods, boolean shop) {
  private static final int SECONDS_A_MINUTE = 60;

  Material {
    if (done.isEmpty()) {
      throw new CommandFailure("--data: nothing was done by anyone in it");
    }
    done = List.copyOf(done);
  }

  /**
   * Ratings of MovieLens, {@code ratings.csv} or {@code ratings.dat}, packed or not. A movie of so
   * many stars or more counts as wanted; all stars are known.
   */
  static Material movieLens(Path path, double positive) {
    Path file = Files.isDirectory(path) ? ratings(path) : path;
    List<Interaction> done = new ArrayList<>();
    try (BufferedReader lines = new InputFile(file).open()) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] cells = line.split(line.contains("::") ? "::" : ",", -1);
        if (cells.length < 4) {
          throw new CommandFailure(
              "%s, line %d: %s (expected: user, movie, stars, time)".formatted(file, number, line));
        }
        if (!(number == 1 && cells[0].equals("userId"))) {
          double stars = Double.parseDouble(cells[2]);
          long seconds = Long.parseLong(cells[3]);
          if (!(stars > 0) || seconds < 0 || seconds > PairFile.LAST_SECOND) {
            throw new CommandFailure(
                "%s, line %d: %s (expected: more than 0 stars, and a time in seconds since 1970)"
                    .formatted(file, number, line));
          }
          int minute = (int) (seconds / SECONDS_A_MINUTE);
          done.add(new Interaction(cells[0], cells[1], Kind.RATING, minute, stars));
          if (stars >= positive) {
            done.add(new Interaction(cells[0], cells[1], Kind.PURCHASE, minute, 1));
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
    }
    return new Material(done, Goods.UNKNOWN, false);
  }

  private static Path ratings(Path folder) {
    return List.of("ratings.csv.gz", "ratings.csv", "ratings.dat.gz", "ratings.dat").stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailure(folder + ": there is neither ratings.csv nor ratings.dat"));
  }

  /** The Online Retail file: who bought and returned what, and what was on sale at any time. */
  static Material onlineRetail(Path path) {
    OnlineRetail shop =
        OnlineRetail.read(new InputFile(path), "shop", OnlineRetail.Times.KEEP, Instant.EPOCH);
    List<Interaction> done =
        shop.events().flatMap(event -> EventReader.read(event).stream()).toList();
    Goods goods =
        minute ->
            shop.productsBefore(
                    TimeShift.london(Instant.ofEpochSecond((long) minute * SECONDS_A_MINUTE)))
                .map(product -> ProductMapping.toCatalog(product.getName(), product, Instant.EPOCH))
                .toList();
    return new Material(done, goods, true);
  }

  /** A shop's own tables, as {@code shelfwise import} reads them. */
  static Material csv(Path events, Optional<Path> products) {
    CellForms forms = new CellForms(ZoneOffset.UTC, "EUR");
    List<Interaction> done = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(new InputFile(events).open(), CsvRows.Dialect.PLAIN)) {
      all(new EventRows(rows, forms), events)
          .forEach(event -> done.addAll(EventReader.read(event)));
    }
    List<CatalogProduct> sold = products.map(file -> products(file, forms)).orElse(List.of());
    return new Material(done, minute -> sold, true);
  }

  private static List<CatalogProduct> products(Path file, CellForms forms) {
    try (CsvRows rows = CsvRows.open(new InputFile(file).open(), CsvRows.Dialect.PLAIN)) {
      return all(new ProductRows(rows, forms), file).stream()
          .map(product -> ProductMapping.toCatalog(product.getName(), product, Instant.EPOCH))
          .toList();
    }
  }

  private static <T> List<T> all(Iterator<Entry<T>> entries, Path file) {
    List<T> all = new ArrayList<>();
    while (entries.hasNext()) {
      switch (entries.next()) {
        case Entry.Good<T> good -> all.add(good.value());
        case Entry.Bad<T> bad ->
            throw new CommandFailure("%s, row %d: %s".formatted(file, bad.row(), bad.reason()));
      }
    }
    return all;
  }
}
