package io.shelfwise.standalone.load;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of a table, its cells by column. An empty cell is the same as none.
 *
 * @param number the row, as a spreadsheet counts: that of the titles is 1
 * @param cells what it holds
 * @param columns the place of each column, from 0
 */
public record CsvRow(long number, List<String> cells, Map<String, Integer> columns) {

  /** What the cell says, without blanks around it; empty if there is no such column. */
  public Optional<String> text(String column) {
    Integer place = columns.get(column);
    return place == null || place >= cells.size()
        ? Optional.empty()
        : Optional.of(cells.get(place).strip()).filter(cell -> !cell.isEmpty());
  }

  /** What the cell says, which must be something. */
  public String required(String column) {
    return text(column)
        .orElseThrow(() -> new RowException(column + ": nothing (expected: a value)"));
  }

  /** The whole number in a cell. */
  public Optional<Long> integer(String column) {
    return parsed(column, "a whole number", Long::valueOf);
  }

  /** The number in a cell, with a point before the decimals. */
  public Optional<BigDecimal> decimal(String column) {
    return parsed(column, "a number such as 12.50", BigDecimal::new);
  }

  private <T> Optional<T> parsed(String column, String expected, Function<String, T> parse) {
    return text(column)
        .map(
            cell -> {
              try {
                return parse.apply(cell);
              } catch (NumberFormatException e) {
                throw RowException.in(column, cell, expected);
              }
            });
  }
}
