package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The sums of a customer's orders.
 *
 * @param orders orders placed
 * @param pieces pieces bought
 * @param micros their value
 * @param firstMillis the time of the earliest; later than all time if there is none
 * @param lastMillis the time of the latest; earlier than all time if there is none
 * @param days orders and their value by UTC day
 */
record Purchases(
    int orders, long pieces, long micros, long firstMillis, long lastMillis, DailySums days) {
  static final Purchases NONE =
      new Purchases(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, DailySums.NONE);

  Purchases plus(long timeMillis, long worth, long morePieces) {
    return new Purchases(
        orders + 1,
        pieces + morePieces,
        Amounts.sum(micros, worth),
        Math.min(firstMillis, timeMillis),
        Math.max(lastMillis, timeMillis),
        days.plus(CustomerHistory.dayOf(timeMillis), worth));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(orders);
    out.writeLong(pieces);
    out.writeLong(micros);
    out.writeLong(firstMillis);
    out.writeLong(lastMillis);
    days.write(out);
  }

  static Purchases read(DataInput in) throws IOException {
    Purchases read =
        new Purchases(
            in.readInt(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            in.readLong(),
            DailySums.read(in));
    return read.equals(NONE) ? NONE : read;
  }
}
