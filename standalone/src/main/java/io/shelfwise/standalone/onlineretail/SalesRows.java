package io.shelfwise.standalone.onlineretail;

import io.shelfwise.standalone.load.CsvRow;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.InputFile;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;

/** The rows of the file, in its order, which is that of time. */
final class SalesRows implements Iterator<SalesRow>, AutoCloseable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final InputFile file;
  private final CsvRows rows;

  private SalesRows(InputFile file, CsvRows rows) {
    this.file = file;
    this.rows = rows;
  }

  /**
   * Opens the file.
   *
   * @throws CommandFailure if it cannot be read, or has other columns
   */
  static SalesRows open(InputFile file) {
    CsvRows rows = CsvRows.open(file, CsvRows.Dialect.PLAIN);
    rows.require(
        "InvoiceNo",
        "StockCode",
        "Description",
        "Quantity",
        "InvoiceDate",
        "UnitPrice",
        "CustomerID",
        "Country");
    return new SalesRows(file, rows);
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public SalesRow next() {
    CsvRow row = rows.next();
    try {
      return new SalesRow(
          row.number(),
          cell(row, "InvoiceNo"),
          cell(row, "StockCode"),
          cell(row, "Description"),
          Integer.parseInt(cell(row, "Quantity")),
          LocalDateTime.parse(cell(row, "InvoiceDate"), TIME),
          new BigDecimal(cell(row, "UnitPrice")),
          cell(row, "CustomerID"),
          cell(row, "Country"));
    } catch (NumberFormatException | DateTimeException e) {
      throw new CommandFailure(
          "%s: row %d is not one of Online Retail: %s"
              .formatted(file.path(), row.number(), row.cells()),
          e);
    }
  }

  private static String cell(CsvRow row, String column) {
    return row.text(column).orElse("");
  }

  @Override
  public void close() {
    rows.close();
  }
}
