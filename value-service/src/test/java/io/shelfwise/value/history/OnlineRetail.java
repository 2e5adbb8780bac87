package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A year of a real wholesaler, UCI Online Retail: invoices of known customers as orders, and their
 * cancellations as returns, with what is no product included.
 */
public final class OnlineRetail {
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();

  private OnlineRetail() {}

  private record Invoice(
      String customer, long timeMillis, boolean cancels, long micros, long pieces) {
    Invoice plus(long moreMicros, long morePieces) {
      return new Invoice(customer, timeMillis, cancels, micros + moreMicros, pieces + morePieces);
    }

    CustomerEvent event() {
      return cancels
          ? new CustomerEvent.Refund("online-retail", customer, timeMillis, "GBP", micros)
          : new CustomerEvent.Order("online-retail", customer, timeMillis, "GBP", micros, pieces);
    }
  }

  /** The store, from the folder that the property shelfwise.data names. */
  public static StoreHistory store() throws IOException {
    Path file =
        Path.of(System.getProperty("shelfwise.data"), "online-retail", "online-retail.csv.gz");
    OnlineRetail retail = new OnlineRetail();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(retail::read);
    }
    List<CustomerEvent> events =
        new ArrayList<>(retail.invoices.values().stream().map(Invoice::event).toList());
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    return histories.store("online-retail").orElseThrow();
  }

  /** The description, third of eight fields, may hold commas: fields are counted from both ends. */
  private void read(String line) {
    String[] fields = line.split(",", -1);
    int n = fields.length;
    boolean cancels = fields[0].startsWith("C");
    int quantity = Integer.parseInt(fields[n - 5]) * (cancels ? -1 : 1);
    BigDecimal price = new BigDecimal(fields[n - 3]);
    String customer = fields[n - 2];
    if (quantity <= 0 || price.signum() <= 0 || customer.isEmpty()) {
      return;
    }
    long time =
        LocalDateTime.parse(fields[n - 4].replace(' ', 'T'))
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
    long micros = price.multiply(BigDecimal.valueOf(quantity)).movePointRight(6).longValueExact();
    invoices.compute(
        fields[0],
        (_, invoice) ->
            (invoice == null ? new Invoice(customer, time, cancels, 0, 0) : invoice)
                .plus(micros, quantity));
  }
}
