package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The sums of what a customer sent back.
 *
 * @param micros its value
 * @param days returns and their value by UTC day
 */
record Returns(long micros, DailySums days) {
  static final Returns NONE = new Returns(0, DailySums.NONE);

  Returns plus(long timeMillis, long worth) {
    return new Returns(
        Amounts.sum(micros, worth), days.plus(CustomerHistory.dayOf(timeMillis), worth));
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(micros);
    days.write(out);
  }

  static Returns read(DataInput in) throws IOException {
    Returns read = new Returns(in.readLong(), DailySums.read(in));
    return read.equals(NONE) ? NONE : read;
  }
}
