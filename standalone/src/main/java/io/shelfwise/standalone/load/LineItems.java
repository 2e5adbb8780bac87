package io.shelfwise.standalone.load;

import io.shelfwise.event.v1.LineItem;

/** Reads what was bought, and how much of it, from a row. */
final class LineItems {
  private LineItems() {}

  static LineItem line(CsvRow row, CellForms forms) {
    LineItem.Builder line =
        LineItem.newBuilder().setProduct(row.required("product")).setQuantity(quantity(row));
    forms.price(row).ifPresent(line::setUnitPrice);
    return line.build();
  }

  /** How many pieces; one, when the row does not say. */
  static int quantity(CsvRow row) {
    long quantity = row.integer("quantity").orElse(1L);
    if (quantity < 1 || quantity > Integer.MAX_VALUE) {
      throw RowException.in("quantity", Long.toString(quantity), "at least 1");
    }
    return (int) quantity;
  }
}
