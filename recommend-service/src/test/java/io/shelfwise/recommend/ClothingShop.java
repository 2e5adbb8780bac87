package io.shelfwise.recommend;

import io.shelfwise.recommend.interactions.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The clicks of an online shop for clothes in 2008, from the UCI repository, visit by visit.
 *
 * @param products the numbers of the products
 * @param visits in the order of time
 */
public record ClothingShop(Dictionary products, List<Visit> visits) {
  /**
   * A visit.
   *
   * @param clicks the products in the order in which they were clicked, some more than once
   */
  public record Visit(LocalDate day, List<Integer> clicks) {}

  /** Reads the file. */
  public static ClothingShop read() {
    Path file =
        Path.of(
            System.getProperty("shelfwise.data"),
            "eshop-clothing-2008/e-shop-clothing-2008.csv.gz");
    Dictionary products = new Dictionary();
    Map<String, Visit> visits = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(";", -1);
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
        visits
            .computeIfAbsent(cells[5], session -> new Visit(day, new ArrayList<>()))
            .clicks()
            .add(products.number(cells[7]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClothingShop(products, List.copyOf(visits.values()));
  }
}
