package io.shelfwise.standalone.load;

import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.Product.Availability;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The products of a table, one a row. A column whose title begins with {@code attribute.} holds the
 * attribute that the rest of the title names.
 */
public final class ProductRows implements Iterator<Entry<Product>> {
  private static final String ATTRIBUTE = "attribute.";

  private final Iterator<CsvRow> rows;
  private final CellForms forms;

  /** Reads the rows as products. */
  public ProductRows(Iterator<CsvRow> rows, CellForms forms) {
    this.rows = rows;
    this.forms = forms;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Entry<Product> next() {
    CsvRow row = rows.next();
    try {
      return new Entry.Good<>(row.number(), product(row));
    } catch (RowException e) {
      return new Entry.Bad<>(row.number(), String.valueOf(e.getMessage()));
    }
  }

  private Product product(CsvRow row) {
    Product.Builder product =
        Product.newBuilder().setName(row.required("id")).setTitle(row.required("title"));
    row.text("description").ifPresent(product::setDescription);
    row.text("brand").ifPresent(product::setBrand);
    row.text("categories").ifPresent(path -> product.addAllCategories(steps(path)));
    forms.price(row).ifPresent(product::setPrice);
    row.decimal("margin").ifPresent(margin -> product.setMargin(margin.doubleValue()));
    row.integer("stock").ifPresent(product::setStock);
    row.text("availability").ifPresent(word -> product.setAvailability(availability(word)));
    row.text("hidden").ifPresent(word -> product.setHidden(yes(word)));
    row.text("uri").ifPresent(product::setUri);
    row.text("language").ifPresent(product::setLanguageCode);
    row.text("embedding").ifPresent(cell -> product.addAllEmbedding(numbers(cell)));
    row.columns().keySet().stream()
        .filter(column -> column.startsWith(ATTRIBUTE))
        .forEach(
            column ->
                row.text(column)
                    .ifPresent(
                        value ->
                            product.putAttributes(column.substring(ATTRIBUTE.length()), value)));
    return product.build();
  }

  /** {@code Kitchen > Baking > Cake tins}. */
  private static List<String> steps(String path) {
    return Stream.of(path.split(">", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** {@code 0.12 -3.4e-2 0.5}, with blanks, commas or semicolons between. */
  private static List<Float> numbers(String cell) {
    try {
      return Stream.of(cell.replaceAll("[\\[\\]]", " ").strip().split("[\\s,;]+"))
          .map(Float::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw RowException.in("embedding", cell, "numbers such as 0.12 -0.5");
    }
  }

  private static Availability availability(String word) {
    String name = "AVAILABILITY_" + word.toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
    List<Availability> choices =
        List.of(
            Availability.AVAILABILITY_IN_STOCK,
            Availability.AVAILABILITY_OUT_OF_STOCK,
            Availability.AVAILABILITY_DISCONTINUED);
    return choices.stream()
        .filter(choice -> choice.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RowException.in(
                    "availability",
                    word,
                    choices.stream()
                        .map(c -> c.name().substring("AVAILABILITY_".length()))
                        .map(c -> c.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "))));
  }

  private static boolean yes(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default -> throw RowException.in("hidden", word, "true or false");
    };
  }
}
