package io.shelfwise.recommend;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The UCI Online Retail file: sales to known customers, without services such as postage.
 *
 * @param purchases every line that was bought, in the order of the file
 * @param titles what each product is called, as last written
 */
record OnlineRetail(List<Interaction> purchases, Map<String, String> titles) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Set<String> SERVICES =
      Set.of("POST", "DOT", "M", "C2", "D", "S", "BANK CHARGES", "AMAZONFEE", "CRUK", "PADS", "B");

  static OnlineRetail read() {
    Path file = Path.of(System.getProperty("shelfwise.data"), "online-retail/online-retail.csv.gz");
    List<Interaction> purchases = new ArrayList<>();
    Map<String, String> titles = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> cells = cells(line);
        String product = cells.get(1).toUpperCase(Locale.ROOT);
        long quantity = Long.parseLong(cells.get(3));
        boolean sale =
            quantity > 0
                && Double.parseDouble(cells.get(5)) > 0
                && !cells.get(0).startsWith("C")
                && !cells.get(6).isEmpty();
        if (sale && !SERVICES.contains(product) && !product.startsWith("GIFT_0001")) {
          titles.put(product, cells.get(2).isBlank() ? product : cells.get(2).strip());
          purchases.add(
              new Interaction(
                  cells.get(6), product, Kind.PURCHASE, minute(cells.get(4)), quantity));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new OnlineRetail(purchases, titles);
  }

  static int minute(String time) {
    return (int) (LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC) / 60);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
