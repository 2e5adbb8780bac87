package io.shelfwise.standalone.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text, each column as wide as its widest cell.
 *
 * @param columns what stands in each column
 * @param rows the cells, as many in each row as there are columns
 */
public record Table(List<Column> columns, List<List<String>> rows) {
  private static final String GAP = "  ";

  /**
   * A column.
   *
   * @param title what stands above it
   * @param right whether its cells stand at the right edge, as numbers do
   * @param widest how many characters of a cell are shown at most
   */
  public record Column(String title, boolean right, int widest) {
    /** A column of text. */
    public static Column text(String title, int widest) {
      return new Column(title, false, widest);
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true, Integer.MAX_VALUE);
    }

    private String fit(String cell) {
      return cell.length() <= widest ? cell : cell.substring(0, widest - 1) + "…";
    }

    private String pad(String cell, int width) {
      String blanks = " ".repeat(width - cell.length());
      return right ? blanks + cell : cell + blanks;
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "row: " + row.size() + " cells (expected: " + columns.size() + ")");
      }
    }
  }

  /** The lines: titles, a rule, the rows. */
  public List<String> lines() {
    List<List<String>> cells = new ArrayList<>();
    cells.add(columns.stream().map(Column::title).toList());
    rows.forEach(row -> cells.add(fitted(row)));
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> cells.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      lines.add(line(row, widths));
    }
    lines.add(1, IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
    return lines;
  }

  private List<String> fitted(List<String> row) {
    return IntStream.range(0, row.size()).mapToObj(i -> columns.get(i).fit(row.get(i))).toList();
  }

  private String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> columns.get(i).pad(row.get(i), widths[i]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
