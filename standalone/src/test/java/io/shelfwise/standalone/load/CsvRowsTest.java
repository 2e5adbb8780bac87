package io.shelfwise.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.standalone.load.CsvRows.Dialect;
import io.shelfwise.standalone.terminal.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void cellsAreFoundByTheirColumnAndRowsCountedAsInASpreadsheet() {
    CsvRows rows = open("id,title\n1,\"Tea, \"\"green\"\"\"\n2,\n", Dialect.PLAIN);

    CsvRow first = rows.next();
    assertThat(first.number()).isEqualTo(2);
    assertThat(first.text("title")).contains("Tea, \"green\"");
    CsvRow second = rows.next();
    assertThat(second.number()).isEqualTo(3);
    assertThat(second.text("title")).isEmpty();
    assertThat(second.text("colour")).isEmpty();
    assertThat(rows.hasNext()).isFalse();
  }

  @Test
  void columnsCanBearOtherTitlesAndCellsAnotherDelimiter() {
    CsvRows rows =
        open(
            "CustomerID;StockCode\n17850;85123A\n",
            new Dialect(';', Map.of("customer", "CustomerID")));
    assertThat(rows.next().required("customer")).isEqualTo("17850");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> open("a,b\n", new Dialect(',', Map.of("customer", "Customer"))))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("no column is called Customer (there are: a, b)");
    assertThatThrownBy(() -> open("a,b\n", Dialect.PLAIN).require("a", "customer"))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("the first row has no column that is called customer (there are: a, b)");
    assertThatThrownBy(() -> open("a,b\n", Dialect.PLAIN).requireNameable("a", "customer"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--columns customer=TITLE");
  }

  @Test
  void aFileWithoutTitlesIsNoTable() {
    assertThatThrownBy(() -> open("", Dialect.PLAIN)).hasMessageContaining("the file is empty");
  }

  @Test
  void aQuoteThatIsNeverClosedIsToldWithTheRowBefore() {
    CsvRows rows = open("a\nfine\n\"open\n", Dialect.PLAIN);
    rows.next();
    assertThatThrownBy(rows::hasNext)
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("after row 2");
  }

  @Test
  void aPackedFileThatEndsTooEarlyIsNamed() throws IOException {
    Path path = folder.resolve("rows.csv.gz");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      for (int row = 0; row < 50_000; row++) {
        out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.write(path, Arrays.copyOf(packed.toByteArray(), packed.size() - 9));

    assertThatThrownBy(
            () -> CsvRows.open(new InputFile(path), Dialect.PLAIN).forEachRemaining(_ -> {}))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith(path + ": the table cannot be read after row ")
        .hasMessageEndingWith("it ends too early");
  }

  private static CsvRows open(String text, Dialect dialect) {
    return CsvRows.open(new StringReader(text), dialect);
  }
}
