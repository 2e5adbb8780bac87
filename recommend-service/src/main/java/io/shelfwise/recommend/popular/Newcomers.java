package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.interactions.Interaction;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which products have come into a store lately: a product is there from the moment that it is put
 * into the catalogue, or that anyone does anything with it, whichever is earlier. The score of one
 * that came {@code a} days ago is {@code 2^(−a / halfLife)}.
 *
 * <p>"Now" is the time of the store's newest event, as it is for {@link Popularity}; if there is
 * none, that of the newest product. The catalogue's times are the clock's: those of a shop whose
 * events ended long before it was put in say nothing, and are left aside.
 */
public final class Newcomers {
  private static final double MINUTES_A_DAY = 24 * 60;

  /** Stands for a product that has not come. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final Settings settings;
  private final LiveRanking ranking = new LiveRanking();
  private int[] firsts = new int[0];
  private int now = Integer.MIN_VALUE;
  private final AtomicLong heard = new AtomicLong(-1);

  /** When products were put into the catalogue. */
  public interface Arrivals {
    /** Of a store whose catalogue does not tell. */
    Arrivals NONE =
        new Arrivals() {
          @Override
          public long version() {
            return 0;
          }

          @Override
          public int[] minutes() {
            return new int[0];
          }
        };

    /** A number that grows whenever there may be others. */
    long version();

    /** The minute of each product, by its number; {@link #NEVER} of one that is not there. */
    int[] minutes();
  }

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

  /**
   * The newest products as it is now, the newest first.
   *
   * @param arrivals when they were put into the catalogue
   */
  public PopularModel ranking(Arrivals arrivals) {
    long version = arrivals.version();
    if (heard.getAndSet(version) != version) {
      ranking.change();
    }
    return ranking.get(() -> rank(arrivals.minutes()));
  }

  private synchronized PopularModel rank(int[] arrived) {
    int time = now == Integer.MIN_VALUE ? newest(arrived) : now;
    double[] scores = new double[Math.max(firsts.length, arrived.length)];
    Arrays.setAll(
        scores, product -> score(time, at(product, firsts), believed(time, at(product, arrived))));
    return new PopularModel(scores, new int[0], settings.most());
  }

  private static int newest(int[] arrived) {
    return Arrays.stream(arrived).filter(minute -> minute != NEVER).max().orElse(0);
  }

  private static int at(int product, int[] minutes) {
    return product < minutes.length ? minutes[product] : NEVER;
  }

  /** A time that lies further ahead than a product is new for is of another clock. */
  private int believed(int time, int arrived) {
    return arrived == NEVER || (arrived - (long) time) / MINUTES_A_DAY > settings.longestDays()
        ? NEVER
        : arrived;
  }

  private double score(int time, int first, int arrived) {
    int came = Math.min(first, arrived);
    if (came == NEVER) {
      return 0;
    }
    double days = Math.max(0, time - came) / MINUTES_A_DAY;
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
