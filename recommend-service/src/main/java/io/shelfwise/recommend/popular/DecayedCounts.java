package io.shelfwise.recommend.popular;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A count for each product, in which what happened a half-life earlier counts half.
 *
 * <p>Nothing is aged as time goes by: what happens at {@code t} is added as {@code 2^((t − t0) /
 * halfLife)}, and a count is read at {@code now} by taking {@code 2^((now − t0) / halfLife)} off
 * again. Before the powers grow out of a double, {@code t0} is moved.
 */
final class DecayedCounts {
  private static final double MINUTES_A_DAY = 24 * 60;
  private static final double LARGEST_POWER = 500;

  private final double halfLife;
  private double[] counts = new double[64];
  private double origin = Double.NaN;

  /** Counts with a half-life in days. */
  DecayedCounts(double halfLifeDays) {
    this.halfLife = halfLifeDays * MINUTES_A_DAY;
  }

  void add(int product, int minute, double amount) {
    if (Double.isNaN(origin)) {
      origin = minute;
    }
    double power = (minute - origin) / halfLife;
    if (power > LARGEST_POWER) {
      double less = Math.pow(2, -power);
      for (int i = 0; i < counts.length; i++) {
        counts[i] *= less;
      }
      origin = minute;
      power = 0;
    }
    if (product >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(product + 1, 2 * counts.length));
    }
    // What is taken away again must not leave less than nothing behind, by rounding.
    counts[product] = Math.max(0, counts[product] + amount * Math.pow(2, power));
  }

  /** The counts of all that there is room for, as they are now. */
  double[] at(int now) {
    double left = Math.pow(2, -(now - origin) / halfLife);
    double[] present = counts.clone();
    for (int product = 0; product < present.length; product++) {
      present[product] *= left;
    }
    return present;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(origin);
    out.writeInt(counts.length);
    for (double count : counts) {
      out.writeDouble(count);
    }
  }

  static DecayedCounts read(DataInputStream in, double halfLifeDays) throws IOException {
    DecayedCounts read = new DecayedCounts(halfLifeDays);
    read.origin = in.readDouble();
    read.counts = new double[in.readInt()];
    for (int i = 0; i < read.counts.length; i++) {
      read.counts[i] = in.readDouble();
    }
    return read;
  }
}
