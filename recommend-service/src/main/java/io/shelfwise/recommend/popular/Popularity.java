package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.interactions.Forgotten;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Trail;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How popular each product of a store is now, counted event by event.
 *
 * <p>"Now" is the time of the store's newest event, so that a store whose data end in the past has
 * its last days for present.
 */
public final class Popularity {
  private final Settings settings;
  private DecayedCounts counts;
  private int[] buyers = new int[64];
  private int now = Integer.MIN_VALUE;
  private final LiveRanking ranking = new LiveRanking();

  /** Nothing counted yet. */
  public Popularity(Settings settings) {
    this.settings = settings;
    this.counts = new DecayedCounts(settings.halfLifeDays());
  }

  /**
   * How to count.
   *
   * @param halfLifeDays after how many days something counts half
   * @param view what a look counts, in the unit of a purchase
   * @param cart what an addition to the cart counts
   * @param oncePerCustomer whether a customer's later purchase of a product replaces the earlier
   *     one
   * @param most how many products of the ranking are made ready
   */
  public record Settings(
      double halfLifeDays, double view, double cart, boolean oncePerCustomer, int most) {
    public Settings {
      if (!(halfLifeDays > 0)) {
        throw new IllegalArgumentException("half-life: " + halfLifeDays + " (expected: > 0 days)");
      }
      if (!(view >= 0) || !(cart >= 0)) {
        throw new IllegalArgumentException(
            "view, cart: " + view + ", " + cart + " (expected: >= 0)");
      }
      if (most < 1) {
        throw new IllegalArgumentException("ranked: " + most + " (expected: >= 1)");
      }
    }
  }

  /**
   * Counts what was done.
   *
   * @param product the product's number
   * @param lastPurchase when the customer had bought it last, {@link StoreInteractions#NEVER} if
   *     not before
   */
  public synchronized void add(Interaction done, int product, int lastPurchase) {
    now = Math.max(now, done.minute());
    ranking.change();
    switch (done.kind()) {
      case VIEW -> counts.add(product, done.minute(), settings.view());
      case CART_ADDITION -> counts.add(product, done.minute(), settings.cart());
      case PURCHASE -> addPurchase(product, done.minute(), lastPurchase);
      case CART_REMOVAL, RETURN, RATING -> {}
    }
  }

  private void addPurchase(int product, int minute, int lastPurchase) {
    boolean first = lastPurchase == StoreInteractions.NEVER;
    if (first) {
      if (product >= buyers.length) {
        buyers = Arrays.copyOf(buyers, Math.max(product + 1, 2 * buyers.length));
      }
      buyers[product]++;
    }
    if (first || !settings.oncePerCustomer()) {
      counts.add(product, minute, 1);
    } else if (minute > lastPurchase) {
      counts.add(product, minute, 1);
      counts.add(product, lastPurchase, -1);
    }
  }

  /** Takes back what was counted of a customer, as far as it is known what that was. */
  public synchronized void takeBack(Forgotten customer) {
    ranking.change();
    Trail trail = customer.trail();
    for (int i = 0; i < trail.size(); i++) {
      switch (trail.kind(i)) {
        case VIEW -> counts.add(trail.product(i), trail.minute(i), -settings.view());
        case CART_ADDITION -> counts.add(trail.product(i), trail.minute(i), -settings.cart());
        case PURCHASE ->
            counts.add(trail.product(i), trail.minute(i), settings.oncePerCustomer() ? 0 : -1);
        case CART_REMOVAL, RETURN, RATING -> {}
      }
    }
    customer
        .lastPurchases()
        .forEach(
            (product, minute) -> {
              buyers[product] = Math.max(0, buyers[product] - 1);
              counts.add(product, minute, settings.oncePerCustomer() ? -1 : 0);
            });
  }

  /** The ranking as it is now. */
  public PopularModel ranking() {
    return ranking.get(this::rank);
  }

  private synchronized PopularModel rank() {
    return new PopularModel(counts.at(now), buyers.clone(), settings.most());
  }

  /** Writes the counts to a snapshot. */
  public synchronized void write(DataOutputStream out) throws IOException {
    out.writeInt(now);
    counts.write(out);
    out.writeInt(buyers.length);
    for (int count : buyers) {
      out.writeInt(count);
    }
  }

  /** Reads counts from a snapshot that was written with the same half-life. */
  public static Popularity read(DataInputStream in, Settings settings) throws IOException {
    Popularity read = new Popularity(settings);
    read.now = in.readInt();
    read.counts = DecayedCounts.read(in, settings.halfLifeDays());
    read.buyers = new int[in.readInt()];
    for (int i = 0; i < read.buyers.length; i++) {
      read.buyers[i] = in.readInt();
    }
    read.ranking.change();
    return read;
  }
}
