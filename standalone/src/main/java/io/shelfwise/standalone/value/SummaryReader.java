package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import io.shelfwise.value.purchases.RepeatPurchases;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads a table that has a row for each customer, or for customers who are alike, and holds what a
 * model looks at: repeat purchases, the time from the first to the last, the time since the first,
 * and the mean value of a repeat purchase. Times are numbers of whatever unit they are in.
 */
final class SummaryReader {
  private static final String WHOLE = "a whole number, 0 or more";

  private final InputTable table;

  SummaryReader(InputTable table) {
    this.table = table;
  }

  /** Whether the table holds customers, and not purchases. */
  static boolean canRead(InputTable table) {
    return table.has("frequency") && !table.has("time");
  }

  /** Reads all of it. */
  Observations read() {
    int frequency = table.column("frequency");
    OptionalInt recency = table.optionalColumn("recency");
    OptionalInt age = table.optionalColumn("age");
    OptionalInt amount = table.optionalColumn("amount");
    OptionalInt weight = table.optionalColumn("weight");
    if (amount.isEmpty() || recency.isPresent() || age.isPresent()) {
      table.column("recency");
      table.column("age");
    }
    Observations.Collector all = new Observations.Collector();
    while (table.advance()) {
      if (table.mayBeTitles() && TimeForm.NUMBER.read(table.text(frequency)).isEmpty()) {
        continue;
      }
      int x = whole(frequency, "frequency");
      double last = recency.isPresent() ? table.amount(recency.getAsInt(), "recency") : 0;
      double watched = age.isPresent() ? table.amount(age.getAsInt(), "age") : 0;
      double mean = amount.isPresent() ? table.amount(amount.getAsInt(), "amount") : 0;
      try {
        var _ = new RepeatPurchases(x, last, watched);
      } catch (IllegalArgumentException e) {
        throw table.wrong(String.valueOf(e.getMessage()));
      }
      all.add(
          x, last, watched, mean * x, weight.isPresent() ? whole(weight.getAsInt(), "weight") : 1);
    }
    Observations observations = all.observations(OptionalDouble.empty(), false);
    if (observations.customers() == 0) {
      throw new CommandFailure(table.path() + " has no customer in it");
    }
    return observations;
  }

  private int whole(int column, String name) {
    double number = table.amount(column, name);
    if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
      throw table.wrong(column, name, WHOLE);
    }
    return (int) number;
  }
}
