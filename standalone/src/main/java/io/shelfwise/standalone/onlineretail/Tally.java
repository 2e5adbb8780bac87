package io.shelfwise.standalone.onlineretail;

import io.shelfwise.standalone.terminal.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many rows went where. */
public final class Tally {
  private final Map<Destination, Long> counts = new EnumMap<>(Destination.class);

  void add(Destination destination) {
    counts.merge(destination, 1L, Long::sum);
  }

  /** How many rows went there. */
  public long of(Destination destination) {
    return counts.getOrDefault(destination, 0L);
  }

  /** How many rows there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The counts, and their sum in the last row. */
  public Table table() {
    List<List<String>> rows = new ArrayList<>();
    Stream.of(Destination.values()).forEach(d -> rows.add(row(of(d), d.toString())));
    rows.add(row(total(), "rows in all"));
    return new Table(
        List.of(Table.Column.number("rows"), Table.Column.text("went where", 60)), rows);
  }

  private static List<String> row(long count, String text) {
    return List.of(String.format("%,d", count), text);
  }
}
