package io.shelfwise.value.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The sums of a customer's ratings. Stars are added in thousandths, so that the sum does not depend
 * on the order of the log.
 *
 * @param count ratings given
 * @param milliStars the stars of all of them
 */
record Ratings(int count, long milliStars) {
  static final Ratings NONE = new Ratings(0, 0);

  private static final double MILLI = 1_000;

  Ratings plus(double stars) {
    return new Ratings(count + 1, milliStars + milli(stars));
  }

  /** Stars in thousandths. */
  static long milli(double stars) {
    return Math.round(stars * MILLI);
  }

  double mean() {
    return milliStars / MILLI / count;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(count);
    out.writeLong(milliStars);
  }

  static Ratings read(DataInput in) throws IOException {
    Ratings read = new Ratings(in.readInt(), in.readLong());
    return read.equals(NONE) ? NONE : read;
  }
}
