package io.shelfwise.standalone.onlineretail;

import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to know before events can be made: the articles, the customers, the last time, how
 * many invoices.
 *
 * <p>An article is what was sold at a price, be it to a known customer or not. It is called what it
 * was called most often, and costs what it cost most often, for prices come down with quantity and
 * the last one may be a wholesaler's. A customer is who bought or returned an article, and lives
 * where the latest row says.
 */
final class FirstReading {
  private final Tally tally = new Tally();
  private final SortedMap<String, Article> articles = new TreeMap<>();
  private final SortedMap<String, String> countries = new TreeMap<>();
  private final Set<String> invoices = new HashSet<>();
  private LocalDateTime last = LocalDateTime.MIN;

  /** What an article was called and cost. */
  record Article(MostFrequent<String> titles, MostFrequent<BigDecimal> prices) {}

  private FirstReading() {}

  static FirstReading of(InputFile file) {
    return before(LocalDateTime.MAX, file);
  }

  /** What there was to know at a time: rows that come later are not read. */
  static FirstReading before(LocalDateTime end, InputFile file) {
    FirstReading reading = new FirstReading();
    try (SalesRows rows = SalesRows.open(file)) {
      while (rows.hasNext()) {
        SalesRow row = rows.next();
        if (row.time().isBefore(end)) {
          reading.read(row);
        }
      }
    }
    if (reading.invoices.isEmpty()) {
      throw new CommandFailure(file.path() + ": no customer bought anything in it");
    }
    return reading;
  }

  private void read(SalesRow row) {
    Destination destination = row.destination();
    tally.add(destination);
    switch (destination) {
      case PURCHASE, RETURN -> {
        countries.put(row.customer(), row.country());
        invoices.add(row.invoice());
        last = row.time();
        read(row, article(row));
      }
      case SALE_TO_NO_ONE -> read(row, article(row));
      case CANCELLATION_OF_NO_ONE, SERVICE, WRITE_OFF, FREE, BOOKKEEPING -> {}
    }
  }

  private Article article(SalesRow row) {
    return articles.computeIfAbsent(
        row.stockCode(), code -> new Article(new MostFrequent<>(), new MostFrequent<>()));
  }

  private static void read(SalesRow row, Article article) {
    article.titles().add(row.description());
    article.prices().add(row.price());
  }

  Tally tally() {
    return tally;
  }

  /** The articles by their codes. */
  SortedMap<String, Article> articles() {
    return articles;
  }

  /** Where each customer lives. */
  SortedMap<String, String> countries() {
    return countries;
  }

  /** How many invoices become events. */
  int invoices() {
    return invoices.size();
  }

  /** When a known customer last bought or returned something. */
  LocalDateTime last() {
    return last;
  }
}
