package io.shelfwise.value.appraisal;

import io.shelfwise.value.history.StoreTotals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All buyers of a store as of some moment, to be listed by group and in order. It never changes;
 * orders that are asked for are sorted once.
 */
public final class Board {
  /** Of a store where nobody has bought. */
  public static final Board EMPTY = new Board(List.of(), StoreTotals.NONE);

  private final List<Row> rows;
  private final StoreTotals totals;
  private final Map<String, GroupSum> groups;
  private final GroupSum all;
  private final Map<Direction, Row[]> sorted = new ConcurrentHashMap<>();

  private record Direction(RowOrder order, boolean descending) {}

  /**
   * A board.
   *
   * @param rows its rows
   * @param totals the store's sums when these were made
   */
  public Board(List<Row> rows, StoreTotals totals) {
    this.rows = List.copyOf(rows);
    this.totals = totals;
    // Few memberships are shared by all: they are summed up first, and then the groups from these.
    Map<Membership, GroupSum> sums = new HashMap<>();
    this.rows.stream()
        .collect(Collectors.groupingBy(Row::membership))
        .forEach((membership, members) -> sums.put(membership, GroupSum.of(members)));
    groups = new HashMap<>();
    sums.forEach(
        (membership, sum) ->
            membership.segments().forEach(id -> groups.merge(id, sum, GroupSum::plus)));
    all = sums.values().stream().reduce(GroupSum.NOBODY, GroupSum::plus);
  }

  /**
   * A page of a list.
   *
   * @param rows the rows, in order
   * @param total how many there are on all pages
   * @param isLast whether none comes after
   */
  public record Page(List<Row> rows, long total, boolean isLast) {}

  /** All rows, in no order. */
  public List<Row> rows() {
    return rows;
  }

  /** The store's sums as of the board. */
  public StoreTotals totals() {
    return totals;
  }

  /** What all buyers are worth. */
  public GroupSum all() {
    return all;
  }

  /** What the buyers of a segment are worth, by its id; nothing when nobody is in it. */
  public GroupSum group(String segment) {
    return groups.getOrDefault(segment, GroupSum.NOBODY);
  }

  /**
   * Lists.
   *
   * @param wanted which rows
   * @param order by what
   * @param descending whether the largest come first
   * @param after the row after which to go on, as it was when it was listed; empty: at the
   *     beginning
   * @param size how many at most
   */
  public Page list(
      Predicate<Row> wanted, RowOrder order, boolean descending, Optional<Place> after, int size) {
    Row[] ordered = sorted(order, descending);
    int from = after.map(place -> firstAfter(ordered, place, order, descending)).orElse(0);
    List<Row> page = new ArrayList<>(size);
    long total = 0;
    boolean isLast = true;
    for (int i = 0; i < ordered.length; i++) {
      if (!wanted.test(ordered[i])) {
        continue;
      }
      total++;
      if (i < from) {
        continue;
      }
      if (page.size() < size) {
        page.add(ordered[i]);
      } else {
        isLast = false;
      }
    }
    return new Page(page, total, isLast);
  }

  /**
   * The place of a row in an order. It is found again on a newer board, where the row may have
   * moved or gone.
   *
   * @param key what the order goes by
   * @param customer the customer's id
   */
  public record Place(double key, String customer) {
    /** The place of this row. */
    public static Place of(Row row, RowOrder order) {
      return new Place(order.key(row), row.customer());
    }
  }

  private Row[] sorted(RowOrder order, boolean descending) {
    return sorted.computeIfAbsent(
        new Direction(order, descending),
        direction -> {
          Row[] ordered = rows.toArray(Row[]::new);
          Comparator<Row> comparator = order.comparator(descending);
          Arrays.parallelSort(ordered, comparator);
          return ordered;
        });
  }

  private static int firstAfter(Row[] ordered, Place place, RowOrder order, boolean descending) {
    int low = 0;
    int high = ordered.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(ordered[middle], place, order, descending)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static boolean isAfter(Row row, Place place, RowOrder order, boolean descending) {
    int byKey = Double.compare(order.key(row), place.key());
    int byCustomer = row.customer().compareTo(place.customer());
    if (order == RowOrder.CUSTOMER) {
      return descending ? byCustomer < 0 : byCustomer > 0;
    }
    return byKey == 0 ? byCustomer > 0 : descending == byKey < 0;
  }
}
