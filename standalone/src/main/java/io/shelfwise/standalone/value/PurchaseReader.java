package io.shelfwise.standalone.value;

import io.shelfwise.standalone.terminal.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table that has a row for each purchase, or for each line of one. What is no purchase of a
 * customer, a row without a customer or with a negative amount, is left out and counted.
 */
final class PurchaseReader {
  private static final String UNKNOWN =
      TimeForm.ISO.expected() + "; say --time-format if it is written otherwise";

  private final InputTable table;
  private final Optional<TimeForm> named;
  private final boolean exactTimes;
  private final PurchaseLog.Collector purchases = new PurchaseLog.Collector();
  private final List<String> remarks = new ArrayList<>();
  private @Nullable Clock clock;

  /**
   * Reads a table.
   *
   * @param form how times are written; empty: as the first one shows
   * @param exactTimes whether purchases of one day are purchases of their own
   */
  PurchaseReader(InputTable table, Optional<TimeForm> form, boolean exactTimes) {
    this.table = table;
    this.named = form;
    this.exactTimes = exactTimes;
  }

  /** Reads all of it. */
  PurchaseLog read() {
    int customer = table.column("customer");
    int time = table.column("time");
    OptionalInt amount = table.optionalColumn("amount");
    long anonymous = 0;
    long returns = 0;
    while (table.advance()) {
      Optional<Clock> known = clock(time);
      if (known.isEmpty()) {
        remarks.add("the first row is taken for titles");
        continue;
      }
      OptionalDouble when = known.get().read(table.text(time));
      if (when.isEmpty()) {
        throw table.wrong(time, "time", known.get().form().expected());
      }
      double paid = amount.isPresent() ? table.number(amount.getAsInt(), "amount") : 0;
      String who = table.text(customer);
      if (who.isEmpty()) {
        anonymous++;
      } else if (paid < 0) {
        returns++;
      } else {
        purchases.add(who, when.getAsDouble(), paid);
      }
    }
    if (purchases.isEmpty()) {
      throw new CommandFailure(table.path() + " has no purchase in it");
    }
    remark(anonymous, "without a customer");
    remark(returns, "with a negative amount");
    return purchases.log();
  }

  private void remark(long rows, String what) {
    if (rows > 0) {
      remarks.add("left out: %,d rows %s".formatted(rows, what));
    }
  }

  /** The clock; empty as long as there is but a first row that seems to hold titles. */
  private Optional<Clock> clock(int time) {
    if (clock == null) {
      String cell = table.text(time);
      Optional<TimeForm> form = named.or(() -> TimeForm.shownBy(cell));
      if (table.mayBeTitles() && form.filter(f -> f.read(cell).isPresent()).isEmpty()) {
        return Optional.empty();
      }
      clock = Clock.of(form.orElseThrow(() -> table.wrong(time, "time", UNKNOWN)), exactTimes);
    }
    return Optional.of(clock);
  }

  /** The clock by which the table told time. */
  Clock clock() {
    if (clock == null) {
      throw new IllegalStateException("no time was read");
    }
    return clock;
  }

  /** What whoever reads the results should know of the table. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
