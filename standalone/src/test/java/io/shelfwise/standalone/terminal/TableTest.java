package io.shelfwise.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void textStandsLeftNumbersRightAndLongTextIsCut() {
    Table table =
        new Table(
            List.of(Table.Column.text("name", 6), Table.Column.number("price")),
            List.of(List.of("teapot", "£9.50"), List.of("wellingtons", "£10.00")));

    assertThat(table.lines())
        .containsExactly(
            "name     price", //
            "──────  ──────",
            "teapot   £9.50",
            "welli…  £10.00");
  }

  @Test
  void aRowHasACellForEachColumn() {
    assertThatThrownBy(() -> new Table(List.of(Table.Column.number("#")), List.of(List.of())))
        .hasMessage("row: 0 cells (expected: 1)");
  }
}
