package io.shelfwise.recommend.interactions;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The products that speak for a customer, the newest first: how much interest the customer has in
 * each, and how long ago it was last shown. Immutable; read from the history when it is asked for.
 */
public final class Taste {
  /** That of a customer of whom nothing is known. */
  public static final Taste NONE = new Builder(0).build();

  private static final float MINUTES_A_DAY = 24 * 60;

  private final int[] products;
  private final float[] interests;
  private final float[] ages;
  private final short[] orders;
  private final boolean[] bad;
  private final float[] stars;

  private Taste(Builder builder) {
    this.products = builder.products;
    this.interests = builder.interests;
    this.ages = builder.ages;
    this.orders = builder.orders;
    this.bad = builder.bad;
    this.stars = builder.stars;
  }

  /** That of someone who is looking at these products now. */
  public static Taste of(int... products) {
    Builder taste = new Builder(products.length);
    for (int product : products) {
      taste.add(product, 1, 0, (short) 0, false, 0);
    }
    return taste.build();
  }

  /** The taste without a product; the others are as old as they were. */
  public Taste without(int product) {
    int[] kept = IntStream.range(0, products.length).filter(i -> products[i] != product).toArray();
    Builder rest = new Builder(kept.length);
    for (int i : kept) {
      rest.copy(this, i);
    }
    return rest.build();
  }

  /** How many products there are. */
  public int size() {
    return products.length;
  }

  /** The i-th newest product. */
  public int product(int i) {
    return products[i];
  }

  /**
   * The interest in the i-th newest product, in the unit of a purchase; less than 0 if the customer
   * turned against it.
   */
  public double interest(int i) {
    return interests[i];
  }

  /** How many days before the newest one the i-th was last of interest. */
  public double age(int i) {
    return ages[i];
  }

  /** How many orders of the customer had the i-th product. */
  public int orders(int i) {
    return orders[i];
  }

  /** Whether the customer told that the i-th product is bad. */
  public boolean bad(int i) {
    return bad[i];
  }

  /** How many stars the customer gave the i-th product; 0 if none. */
  public double stars(int i) {
    return stars[i];
  }

  /** Collects a taste, the newest product first. */
  static final class Builder {
    private final int[] products;
    private final float[] interests;
    private final float[] ages;
    private final short[] orders;
    private final boolean[] bad;
    private final float[] stars;
    private int size;

    Builder(int capacity) {
      products = new int[capacity];
      interests = new float[capacity];
      ages = new float[capacity];
      orders = new short[capacity];
      bad = new boolean[capacity];
      stars = new float[capacity];
    }

    void add(
        int product,
        double interest,
        int minutesAgo,
        short orderCount,
        boolean isBad,
        float starCount) {
      products[size] = product;
      interests[size] = (float) interest;
      ages[size] = minutesAgo / MINUTES_A_DAY;
      orders[size] = orderCount;
      bad[size] = isBad;
      stars[size++] = starCount;
    }

    private void copy(Taste from, int i) {
      products[size] = from.products[i];
      interests[size] = from.interests[i];
      ages[size] = from.ages[i];
      orders[size] = from.orders[i];
      bad[size] = from.bad[i];
      stars[size++] = from.stars[i];
    }

    Taste build() {
      if (size != products.length) {
        throw new IllegalStateException(
            "products: " + size + " (expected: " + products.length + ")");
      }
      return new Taste(this);
    }
  }

  @Override
  public String toString() {
    return "Taste" + Arrays.toString(products);
  }
}
