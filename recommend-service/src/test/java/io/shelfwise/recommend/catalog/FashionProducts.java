package io.shelfwise.recommend.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** 44,446 products of a fashion shop, each with a name and a path of three categories. */
final class FashionProducts {
  private static final Path FILE =
      Path.of(System.getProperty("shelfwise.data", ""), "fashion-products/styles.csv.gz");
  private static final int COLUMNS = 10;

  private FashionProducts() {}

  static List<CatalogProduct> read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(FashionProducts::product).toList();
    }
  }

  private static CatalogProduct product(String line) {
    // The name comes last, and may have commas in it.
    String[] cells = line.split(",", COLUMNS);
    return new CatalogProduct(
        cells[0],
        new Wording(cells[9], "", "", List.of(cells[2], cells[3], cells[4])),
        Offer.UNPRICED,
        Map.of("gender", cells[1], "colour", cells[5], "season", cells[6], "usage", cells[8]),
        "",
        Optional.empty(),
        Instant.EPOCH);
  }
}
