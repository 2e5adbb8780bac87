package io.shelfwise.value.regress;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.LogPart;
import io.shelfwise.value.feed.OrderLine;
import io.shelfwise.value.history.Histories;
import io.shelfwise.value.history.StoreHistory;
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
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * UCI Online Retail, with each line as an order of its own: days, sums and products are the same.
 */
public final class RetailShop {
  private static final String STORE = "online-retail";

  private RetailShop() {}

  /** Sales to known customers, with what is no product included. */
  public static StoreHistory read() throws IOException {
    Path file = Path.of(System.getProperty("shelfwise.data"), STORE, "online-retail.csv.gz");
    List<CustomerEvent> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).forEach(line -> read(line, events));
    }
    Histories histories = new Histories();
    histories.apply(new LogPart(events, "end", true));
    return histories.store(STORE).orElseThrow();
  }

  /** The description, third of eight fields, may hold commas: fields are counted from both ends. */
  private static void read(String line, List<CustomerEvent> events) {
    String[] fields = line.split(",", -1);
    int n = fields.length;
    int quantity = Integer.parseInt(fields[n - 5]);
    BigDecimal price = new BigDecimal(fields[n - 3]);
    String customer = fields[n - 2];
    if (customer.isEmpty() || price.signum() <= 0) {
      return;
    }
    long time =
        LocalDateTime.parse(fields[n - 4].replace(' ', 'T'))
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
    long micros =
        price.multiply(BigDecimal.valueOf(Math.abs(quantity))).movePointRight(6).longValueExact();
    events.add(
        quantity < 0
            ? new CustomerEvent.Refund(STORE, customer, time, "GBP", micros)
            : new CustomerEvent.Order(
                STORE,
                customer,
                time,
                "GBP",
                micros,
                quantity,
                List.of(new OrderLine(fields[1], micros))));
  }
}
