package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What one customer did, told by product, the oldest first: one entry for each of the newest {@code
 * capacity} products, however often something was done with it. What was bought or rated outlives
 * what was only looked at or put in the cart, since it decides what may be proposed: whoever has
 * bought a lamp and then looks at a thousand others does not want that lamp proposed.
 *
 * <p>The entries are flat arrays side by side, because a store has millions of them. One thread
 * writes; any may read.
 */
final class History {
  /** Stands for a purchase that was never made. */
  static final int NEVER = Integer.MIN_VALUE;

  private int size;
  private int[] products = new int[4];
  private int[] minutes = new int[4];
  private int[] purchaseMinutes = new int[4];
  private int[] pieces = new int[4];
  private short[] orders = new short[4];
  private short[] views = new short[4];
  private short[] carts = new short[4];
  private float[] stars = new float[4];

  /**
   * Adds what was done.
   *
   * @return the minute in which this customer had bought the product last, {@link #NEVER} if not
   *     before
   */
  synchronized int add(int product, Kind kind, int minute, double amount, int capacity) {
    int known = indexOf(product);
    if (known < 0 && size >= capacity && isMissedLess(kind, minute)) {
      return NEVER;
    }
    int at = settle(known < 0 ? append(product, minute, capacity) : known, minute);
    int before = purchaseMinutes[at];
    switch (kind) {
      case VIEW -> views[at] = oneMore(views[at]);
      case CART_ADDITION -> carts[at] = oneMore(carts[at]);
      case CART_REMOVAL -> carts[at] = (short) Math.max(0, carts[at] - 1);
      case PURCHASE -> {
        orders[at] = oneMore(orders[at]);
        pieces[at] = (int) Math.clamp(pieces[at] + amount, Integer.MIN_VALUE, Integer.MAX_VALUE);
        purchaseMinutes[at] = Math.max(before, minute);
      }
      case RETURN ->
          pieces[at] = (int) Math.clamp(pieces[at] - amount, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case RATING -> stars[at] = (float) amount;
    }
    return before;
  }

  private static short oneMore(short count) {
    return count == Short.MAX_VALUE ? count : (short) (count + 1);
  }

  private int indexOf(int product) {
    for (int i = size - 1; i >= 0; i--) {
      if (products[i] == product) {
        return i;
      }
    }
    return -1;
  }

  private int append(int product, int minute, int capacity) {
    if (size >= capacity) {
      forget(leastMissed());
    } else if (size == products.length) {
      grow(Math.min(capacity, 2 * size));
    }
    products[size] = product;
    minutes[size] = minute;
    purchaseMinutes[size] = NEVER;
    pieces[size] = 0;
    orders[size] = 0;
    views[size] = 0;
    carts[size] = 0;
    stars[size] = 0;
    return size++;
  }

  /** The oldest entry of what was only looked at; the oldest of all if there is none. */
  private int leastMissed() {
    for (int i = 0; i < size; i++) {
      if (orders[i] == 0 && stars[i] == 0) {
        return i;
      }
    }
    return 0;
  }

  /** Whether what is told late is older than what would have to be forgotten for it. */
  private boolean isMissedLess(Kind kind, int minute) {
    int least = leastMissed();
    boolean lasts = kind == Kind.PURCHASE || kind == Kind.RATING;
    return minute < minutes[least] && !(lasts && orders[least] == 0 && stars[least] == 0);
  }

  private void forget(int at) {
    move(at + 1, at, size - at - 1);
    size--;
  }

  private void grow(int length) {
    products = Arrays.copyOf(products, length);
    minutes = Arrays.copyOf(minutes, length);
    purchaseMinutes = Arrays.copyOf(purchaseMinutes, length);
    pieces = Arrays.copyOf(pieces, length);
    orders = Arrays.copyOf(orders, length);
    views = Arrays.copyOf(views, length);
    carts = Arrays.copyOf(carts, length);
    stars = Arrays.copyOf(stars, length);
  }

  /** Puts an entry where its newest minute belongs, which usually is the end. */
  private int settle(int at, int minute) {
    int newest = Math.max(minute, minutes[at]);
    minutes[at] = newest;
    int place = at;
    while (place + 1 < size && minutes[place + 1] <= newest) {
      place++;
    }
    while (place > 0 && place <= at && minutes[place - 1] > newest) {
      place--;
    }
    if (place != at) {
      relocate(at, place);
    }
    return place;
  }

  private void relocate(int from, int to) {
    int product = products[from];
    int minute = minutes[from];
    int purchaseMinute = purchaseMinutes[from];
    int piece = pieces[from];
    short order = orders[from];
    short view = views[from];
    short cart = carts[from];
    float star = stars[from];
    if (from < to) {
      move(from + 1, from, to - from);
    } else {
      move(to, to + 1, from - to);
    }
    products[to] = product;
    minutes[to] = minute;
    purchaseMinutes[to] = purchaseMinute;
    pieces[to] = piece;
    orders[to] = order;
    views[to] = view;
    carts[to] = cart;
    stars[to] = star;
  }

  private void move(int from, int to, int length) {
    System.arraycopy(products, from, products, to, length);
    System.arraycopy(minutes, from, minutes, to, length);
    System.arraycopy(purchaseMinutes, from, purchaseMinutes, to, length);
    System.arraycopy(pieces, from, pieces, to, length);
    System.arraycopy(orders, from, orders, to, length);
    System.arraycopy(views, from, views, to, length);
    System.arraycopy(carts, from, carts, to, length);
    System.arraycopy(stars, from, stars, to, length);
  }

  /** The customer's taste as it is now. */
  synchronized Taste taste(InterestWeights weights) {
    Taste.Builder taste = new Taste.Builder(size);
    for (int i = size - 1; i >= 0; i--) {
      taste.add(
          products[i],
          interest(i, weights),
          minutes[size - 1] - minutes[i],
          orders[i],
          weights.isBad(stars[i]),
          stars[i]);
    }
    return taste.build();
  }

  /**
   * The newest product that is of at least this interest, if there is another one beside it; {@link
   * Dictionary#UNKNOWN} if not.
   */
  synchronized int newestOfInterest(InterestWeights weights, double least) {
    int newest = Dictionary.UNKNOWN;
    for (int i = size - 1; i >= 0; i--) {
      double interest = interest(i, weights);
      if (interest > 0 && interest >= least) {
        if (newest != Dictionary.UNKNOWN) {
          return newest;
        }
        newest = products[i];
      }
    }
    return Dictionary.UNKNOWN;
  }

  private double interest(int at, InterestWeights weights) {
    boolean keeps = pieces[at] > 0;
    boolean broughtBack = orders[at] > 0 && !keeps;
    return weights.interest(views[at], carts[at], keeps, broughtBack, stars[at]);
  }

  /** Tells how often something of each kind was done with each product but one. */
  synchronized void counts(int withheld, Map<Kind, SparseMatrix.Builder> into) {
    for (int i = 0; i < size; i++) {
      if (products[i] != withheld) {
        count(i, Kind.VIEW, views[i], into);
        count(i, Kind.CART_ADDITION, carts[i], into);
        count(i, Kind.PURCHASE, pieces[i] > 0 ? orders[i] : 0, into);
      }
    }
  }

  private void count(int at, Kind kind, int times, Map<Kind, SparseMatrix.Builder> into) {
    SparseMatrix.Builder matrix = into.get(kind);
    if (times > 0 && matrix != null) {
      matrix.add(products[at], times);
    }
  }

  /** Tells how many stars were given to each product but one. */
  synchronized void stars(int withheld, SparseMatrix.Builder into) {
    for (int i = 0; i < size; i++) {
      if (stars[i] > 0 && products[i] != withheld) {
        into.add(products[i], stars[i]);
      }
    }
  }

  /**
   * Tells the products but one that are of at least this interest, with what is left of it now;
   * none that faded so far that a trainer could not divide by it.
   *
   * @param now in minutes since 1970
   */
  synchronized void interests(
      InterestWeights weights, double least, int withheld, int now, Interests.Builder into) {
    for (int i = 0; i < size; i++) {
      double interest = interest(i, weights);
      if (interest > 0 && interest >= least && products[i] != withheld) {
        double left = interest * weights.fading(now - minutes[i]);
        if (left >= Float.MIN_NORMAL) {
          into.add(products[i], left);
        }
      }
    }
  }

  /**
   * Tells the products but one that the customer turned against, with what is left of that now, as
   * far as a trainer could divide by it.
   *
   * @param now in minutes since 1970
   */
  synchronized void aversions(
      InterestWeights weights, int withheld, int now, SparseMatrix.Builder into) {
    for (int i = 0; i < size; i++) {
      double interest = interest(i, weights);
      double left = -interest * weights.fading(now - minutes[i]);
      if (left >= Float.MIN_NORMAL && products[i] != withheld) {
        into.add(products[i], left);
      }
    }
  }

  /** When each product that was bought was bought last. */
  synchronized Map<Integer, Integer> lastPurchases() {
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (orders[i] > 0) {
        last.put(products[i], purchaseMinutes[i]);
      }
    }
    return last;
  }

  /** How many stars were given to a product; 0 if none were. */
  synchronized float stars(int product) {
    int at = indexOf(product);
    return at < 0 ? 0 : stars[at];
  }

  synchronized void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeInt(products[i]);
      out.writeInt(minutes[i]);
      out.writeInt(purchaseMinutes[i]);
      out.writeInt(pieces[i]);
      out.writeShort(orders[i]);
      out.writeShort(views[i]);
      out.writeShort(carts[i]);
      out.writeFloat(stars[i]);
    }
  }

  static History read(DataInputStream in) throws IOException {
    History history = new History();
    int size = in.readInt();
    history.grow(Math.max(4, size));
    history.size = size;
    for (int i = 0; i < size; i++) {
      history.products[i] = in.readInt();
      history.minutes[i] = in.readInt();
      history.purchaseMinutes[i] = in.readInt();
      history.pieces[i] = in.readInt();
      history.orders[i] = in.readShort();
      history.views[i] = in.readShort();
      history.carts[i] = in.readShort();
      history.stars[i] = in.readFloat();
    }
    return history;
  }
}
