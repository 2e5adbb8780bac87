package io.shelfwise.standalone;

import io.shelfwise.standalone.load.CellForms;
import io.shelfwise.standalone.load.CsvRows;
import io.shelfwise.standalone.load.InputFile;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file to import, and how it is written. */
final class FileOptions {
  @Parameters(
      paramLabel = "FILE",
      description =
          "The file: .csv (the first row holds the columns' titles) or .jsonl (a JSON object on each"
              + " line), packed if it ends in .gz.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or jsonl, if the file's name does not tell.")
  private Optional<InputFile.Format> format = Optional.empty();

  @Option(
      names = "--columns",
      paramLabel = "NAME=TITLE",
      split = ",",
      description = "The titles of columns that are called otherwise, such as customer=CustomerID.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      defaultValue = ",",
      description = "What stands between cells (default: ${DEFAULT-VALUE}; \\t for a tab).")
  private String delimiter = ",";

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "GBP",
      description = "The currency of prices without one (default: ${DEFAULT-VALUE}).")
  private String currency = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description =
          "Where the clock hung that showed times without an offset (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("UTC");

  InputFile file() {
    return new InputFile(file);
  }

  InputFile.Format format() {
    return format.orElseGet(file()::format);
  }

  CsvRows.Dialect dialect() {
    char character = delimiter.equals("\\t") ? '\t' : delimiter.charAt(0);
    return new CsvRows.Dialect(character, columns);
  }

  CellForms forms() {
    return new CellForms(zone, currency.toUpperCase(Locale.ROOT));
  }
}
