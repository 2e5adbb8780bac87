package io.shelfwise.recommend.catalog;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** An electronics catalogue, and what people thought of its products as answers to queries. */
final class Icecat {
  private static final Path FOLDER =
      Path.of(System.getProperty("shelfwise.data", ""), "icecat-electronics");
  private static final int MICROS_PER_CENT = 10_000;

  private Icecat() {}

  static List<CatalogProduct> products() throws IOException {
    List<CatalogProduct> products = new ArrayList<>();
    try (BufferedReader lines = open("products.jsonl.gz")) {
      for (String line; (line = lines.readLine()) != null; ) {
        Struct.Builder json = Struct.newBuilder();
        JsonFormat.parser().merge(line, json);
        products.add(product(json.getFieldsMap()));
      }
    }
    return products;
  }

  private static CatalogProduct product(Map<String, Value> fields) {
    String type = text(fields, "attr_t_product_type");
    Wording wording =
        new Wording(
            text(fields, "title"),
            text(fields, "short_description").replaceAll("<[^>]*>", " "),
            text(fields, "supplier"),
            type.isEmpty() ? List.of() : List.of(type));
    long cents = (long) fields.getOrDefault("price", Value.getDefaultInstance()).getNumberValue();
    Offer offer =
        new Offer(
            Optional.of(new Price("USD", cents * MICROS_PER_CENT)),
            0,
            0,
            Availability.IN_STOCK,
            false);
    return Products.of(text(fields, "id"), wording, offer);
  }

  private static String text(Map<String, Value> fields, String name) {
    return fields.getOrDefault(name, Value.getDefaultInstance()).getStringValue();
  }

  /** For each query, how well products answer it, 0 to 3. */
  static Map<String, Map<String, Integer>> judgements() throws IOException {
    Map<String, Map<String, Integer>> judgements = new TreeMap<>();
    try (BufferedReader lines = open("judgements/Broad_Query_Set_rated.csv.gz")) {
      lines.readLine();
      for (String line; (line = lines.readLine()) != null; ) {
        int rating = line.lastIndexOf(',');
        int product = line.lastIndexOf(',', rating - 1);
        judgements
            .computeIfAbsent(line.substring(0, product).replace("\"", ""), query -> new TreeMap<>())
            .put(
                line.substring(product + 1, rating),
                (int) Double.parseDouble(line.substring(rating + 1)));
      }
    }
    return judgements;
  }

  private static BufferedReader open(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file))),
            StandardCharsets.UTF_8));
  }
}
