package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.interactions.Interaction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which products have come into a store lately: a product is there from the moment that anyone does
 * anything with it. The score of one that came {@code a} days ago is {@code 2^(−a / halfLife)}.
 *
 * <p>"Now" is the time of the store's newest event, as it is for {@link Popularity}; so the times
 * that the catalogue has, which are the clock's, say nothing here.
 */
public final class Newcomers {
  private static final double MINUTES_A_DAY = 24 * 60;

  /** Stands for a product that no one has come by. */
  private static final int NEVER = Integer.MAX_VALUE;

  private final Settings settings;
  private final LiveRanking ranking = new LiveRanking();
  private int[] firsts = new int[0];
  private int now = Integer.MIN_VALUE;

  /** No product yet. */
  public Newcomers(Settings settings) {
    this.settings = settings;
  }

  /**
   * How new is new.
   *
   * @param halfLifeDays after how many days a product is half as new
   * @param longestDays after how many days it is not new any more
   * @param most how many products of the ranking are made ready
   */
  public record Settings(double halfLifeDays, double longestDays, int most) {
    public Settings {
      if (!(halfLifeDays > 0)) {
        throw new IllegalArgumentException("half-life: " + halfLifeDays + " (expected: > 0 days)");
      }
      if (!(longestDays > 0)) {
        throw new IllegalArgumentException("longest: " + longestDays + " (expected: > 0 days)");
      }
      if (most < 1) {
        throw new IllegalArgumentException("ranked: " + most + " (expected: >= 1)");
      }
    }
  }

  /**
   * Takes in what was done.
   *
   * @param product the product's number
   */
  public synchronized void add(Interaction done, int product) {
    if (product >= firsts.length) {
      int known = firsts.length;
      firsts = Arrays.copyOf(firsts, Math.max(product + 1, 2 * known));
      Arrays.fill(firsts, known, firsts.length, NEVER);
    }
    if (done.minute() < firsts[product]) {
      firsts[product] = done.minute();
      ranking.change();
    }
    if (done.minute() > now) {
      now = done.minute();
      ranking.change();
    }
  }

  /** The newest products as it is now, the newest first. */
  public PopularModel ranking() {
    return ranking.get(this::rank);
  }

  private synchronized PopularModel rank() {
    double[] scores = new double[firsts.length];
    Arrays.setAll(scores, this::score);
    return new PopularModel(scores, new int[0], settings.most());
  }

  private double score(int product) {
    if (firsts[product] == NEVER) {
      return 0;
    }
    double days = (now - firsts[product]) / MINUTES_A_DAY;
    return days > settings.longestDays() ? 0 : Math.pow(2, -days / settings.halfLifeDays());
  }

  /** Writes what was taken in to a snapshot. */
  public synchronized void write(DataOutputStream out) throws IOException {
    out.writeInt(now);
    out.writeInt(firsts.length);
    for (int first : firsts) {
      out.writeInt(first);
    }
  }

  /** Reads it from a snapshot. */
  public static Newcomers read(DataInputStream in, Settings settings) throws IOException {
    Newcomers read = new Newcomers(settings);
    read.now = in.readInt();
    read.firsts = new int[in.readInt()];
    for (int i = 0; i < read.firsts.length; i++) {
      read.firsts[i] = in.readInt();
    }
    read.ranking.change();
    return read;
  }
}
