package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Amounts of several things by the day, sorted by day and thing, sixteen bytes each.
 *
 * <p>It is bounded by time and number. What lies more than two years before the newest day is kept
 * by periods of four weeks, each dated by its last day, so that asking up to a day never tells of
 * what came after it. Of more than {@value #MOST} amounts the oldest are forgotten. Within these
 * two years nothing depends on the order in which amounts came.
 */
final class DatedAmounts {
  static final DatedAmounts NONE = new DatedAmounts(new long[0], new long[0]);

  /** What is this much older than the newest is kept by periods. */
  static final int DAYS_KEPT_APART = 730;

  static final int PERIOD = 28;
  static final int MOST = 4_096;

  /** The day above the thing's number. */
  private final long[] keys;

  private final long[] amounts;

  private DatedAmounts(long[] keys, long[] amounts) {
    this.keys = keys;
    this.amounts = amounts;
  }

  /** These amounts and one more. */
  DatedAmounts plus(int day, int thing, long amount) {
    int before = size() == 0 ? day : day(size() - 1);
    int newest = Math.max(before, day);
    DatedAmounts more = with(key(kept(day, newest), thing), amount);
    if (oldPeriods(newest) != oldPeriods(before)) {
      more = more.aged(newest);
    }
    return more.size() > MOST ? more.withoutOldest() : more;
  }

  private DatedAmounts with(long key, long amount) {
    int found = Arrays.binarySearch(keys, key);
    if (found >= 0) {
      long[] sums = amounts.clone();
      sums[found] = Amounts.sum(sums[found], amount);
      return new DatedAmounts(keys, sums);
    }
    int place = -found - 1;
    return new DatedAmounts(inserted(keys, place, key), inserted(amounts, place, amount));
  }

  private static long[] inserted(long[] cells, int place, long cell) {
    long[] more = Arrays.copyOf(cells, cells.length + 1);
    System.arraycopy(cells, place, more, place + 1, cells.length - place);
    more[place] = cell;
    return more;
  }

  /** These amounts, with all that has become old kept by periods. */
  private DatedAmounts aged(int newest) {
    SortedMap<Long, Long> aged = new TreeMap<>();
    for (int i = 0; i < size(); i++) {
      aged.merge(key(kept(day(i), newest), thing(i)), amounts[i], Amounts::sum);
    }
    return new DatedAmounts(
        aged.keySet().stream().mapToLong(Long::longValue).toArray(),
        aged.values().stream().mapToLong(Long::longValue).toArray());
  }

  private DatedAmounts withoutOldest() {
    int from = size() - MOST;
    return new DatedAmounts(
        Arrays.copyOfRange(keys, from, size()), Arrays.copyOfRange(amounts, from, size()));
  }

  /** The day that something of a day is kept by: its own, or the last of its period. */
  private static int kept(int day, int newest) {
    int period = Math.floorDiv(day, PERIOD);
    return period < oldPeriods(newest) ? (period + 1) * PERIOD - 1 : day;
  }

  /** Periods before this one are over for so long that they are no longer kept by the day. */
  private static int oldPeriods(int newest) {
    return Math.floorDiv(newest - DAYS_KEPT_APART, PERIOD);
  }

  private static long key(int day, int thing) {
    return (long) day << Integer.SIZE | thing;
  }

  int size() {
    return keys.length;
  }

  int day(int i) {
    return (int) (keys[i] >> Integer.SIZE);
  }

  int thing(int i) {
    return (int) keys[i];
  }

  long amount(int i) {
    return amounts[i];
  }

  /** How many of the amounts there were up to a day and with it. */
  int until(int lastDay) {
    int found = Arrays.binarySearch(keys, key(lastDay + 1, 0));
    return found >= 0 ? found : -found - 1;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size());
    for (int i = 0; i < size(); i++) {
      out.writeLong(keys[i]);
      out.writeLong(amounts[i]);
    }
  }

  static DatedAmounts read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size == 0) {
      return NONE;
    }
    long[] keys = new long[size];
    long[] amounts = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = in.readLong();
      amounts[i] = in.readLong();
    }
    return new DatedAmounts(keys, amounts);
  }
}
