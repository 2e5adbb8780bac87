package io.shelfwise.standalone.value;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which file to read, and how it is written. */
final class FitOptions {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      required = true,
      description = "The table to read, packed by gzip if its name ends in .gz.")
  private Path file = Path.of("");

  @Option(
      names = "--columns",
      paramLabel = "WHAT=TITLE",
      split = ",",
      description = {
        "Which columns hold what, by title or by place from 1 on: customer, time and amount of purchases,"
            + " such as customer=CustomerID,time=Date,amount=Total or customer=1,time=2. The amount can be"
            + " left out, save for gamma-gamma. By place, a first row whose time is none is taken for"
            + " titles. Titles that say it themselves need not be named.",
        "Or of customers who were summed up already: frequency, recency and age, or frequency and amount"
            + " (of a repeat purchase, in the mean); and weight, how many customers a row stands for."
      })
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--separator",
      paramLabel = "SEPARATOR",
      defaultValue = "auto",
      description =
          "What stands between cells: comma, semicolon, tab, bar, blanks, or auto: as the first line"
              + " shows (default: ${DEFAULT-VALUE}).")
  private Separator separator = Separator.AUTO;

  @Option(
      names = "--time-format",
      paramLabel = "FORMAT",
      description = {
        "How times are written: iso (1997-09-30, 1997-09-30T12:00Z), number (of time units),"
            + " epoch-seconds, epoch-millis, epoch-days, or a pattern such as dd.MM.yyyy HH:mm."
            + " Times without an offset are taken for UTC.",
        "Default: as the first time shows, if it is iso, a day such as 19970930, or a number with a point."
      })
  private Optional<String> timeFormat = Optional.empty();

  @Option(
      names = "--exact-times",
      description =
          "Take times as they are. Else purchases of one day are one purchase, and times count in days.")
  private boolean exactTimes;

  InputTable open() {
    return InputTable.open(file, separator, columns);
  }

  PurchaseReader purchases(InputTable table) {
    return new PurchaseReader(table, timeFormat.map(TimeForm::named), exactTimes);
  }
}
