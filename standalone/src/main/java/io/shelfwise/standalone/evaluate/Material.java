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
 * @param timeless where it is not told when something was done, and what is expected there; empty
 *     if that is told of everything
 */
record Material(List<Interaction> done, Goods goods, boolean shop, Optional<String> timeless) {
  private static final int SECONDS_A_MINUTE = 60;

  Material {
    if (done.isEmpty()) {
      throw new CommandFailure("--data: nothing was done by anyone in it");
    }
    done = timeless.isEmpty() ? List.copyOf(done) : withoutTimes(done);
  }

  /**
   * Where it is not told of everything when it was done, it counts for nothing: else what is not
   * told would be older than all that is.
   */
  private static List<Interaction> withoutTimes(List<Interaction> done) {
    return done.stream()
        .map(one -> new Interaction(one.customer(), one.product(), one.kind(), 0, one.amount()))
        .toList();
  }

  /** Whether it is known of anything when it was done. */
  boolean timed() {
    return done.stream().anyMatch(one -> one.minute() != 0);
  }

  /** Whether anything in it counts as wanted. */
  boolean hasWanted() {
    return done.stream().anyMatch(one -> one.kind() == Kind.PURCHASE);
  }

  /** Ratings of MovieLens; a movie of so many stars or more counts as wanted. */
  static Material movieLens(Path path, double positive) {
    RatingsFile ratings = RatingsFile.read(path, positive);
    return new Material(ratings.done(), Goods.UNKNOWN, false, ratings.timeless());
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
    return new Material(done, goods, true, Optional.empty());
  }

  /** A shop's own tables, as {@code shelfwise import} reads them. */
  static Material csv(Path events, Optional<Path> products) {
    CellForms forms = new CellForms(ZoneOffset.UTC, "EUR");
    List<Interaction> done = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(new InputFile(events), CsvRows.Dialect.PLAIN)) {
      rows.require("customer", "kind");
      all(new EventRows(rows, forms), events)
          .forEach(event -> done.addAll(EventReader.read(event)));
    }
    List<CatalogProduct> sold = products.map(file -> products(file, forms)).orElse(List.of());
    return new Material(done, minute -> sold, true, Optional.empty());
  }

  private static List<CatalogProduct> products(Path file, CellForms forms) {
    try (CsvRows rows = CsvRows.open(new InputFile(file), CsvRows.Dialect.PLAIN)) {
      rows.require("id", "title");
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
