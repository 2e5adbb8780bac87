package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many of something there were on each of some days, and what they were worth; days in order.
 *
 * <p>Kept flat, two longs a day: the day above its count, then the value. Most customers have one
 * such day or two, and there are many customers.
 */
final class DailySums {
  static final DailySums NONE = new DailySums(new long[0]);

  private final long[] cells;

  private DailySums(long[] cells) {
    this.cells = cells;
  }

  /** These sums and one thing more. */
  DailySums plus(int day, long micros) {
    int place = until(day - 1);
    boolean known = place < size() && day(place) == day;
    long[] more = known ? cells.clone() : withRoomAt(place, day);
    more[2 * place]++;
    more[2 * place + 1] = Amounts.sum(more[2 * place + 1], micros);
    return new DailySums(more);
  }

  private long[] withRoomAt(int place, int day) {
    long[] more = Arrays.copyOf(cells, cells.length + 2);
    System.arraycopy(cells, 2 * place, more, 2 * place + 2, cells.length - 2 * place);
    more[2 * place] = (long) day << Integer.SIZE;
    more[2 * place + 1] = 0;
    return more;
  }

  int size() {
    return cells.length / 2;
  }

  /** How many of the days there were up to a day and with it. */
  int until(int lastDay) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (day(middle) <= lastDay) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  int day(int i) {
    return (int) (cells[2 * i] >> Integer.SIZE);
  }

  int count(int i) {
    return (int) cells[2 * i];
  }

  long micros(int i) {
    return cells[2 * i + 1];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(cells.length);
    for (long cell : cells) {
      out.writeLong(cell);
    }
  }

  static DailySums read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return NONE;
    }
    long[] cells = new long[length];
    for (int i = 0; i < length; i++) {
      cells[i] = in.readLong();
    }
    return new DailySums(cells);
  }
}
