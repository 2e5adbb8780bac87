package io.shelfwise.recommend.model;

import java.util.Arrays;

/**
 * What speaks in a query: products, how loud each is, and the row of those that it speaks for. A
 * product may have several voices.
 */
public final class Voices {
  private int[] products = new int[0];
  private double[] weights = new double[0];
  private double[] own = new double[0];
  private ProductRows.Row[] rows = new ProductRows.Row[0];
  private int size;

  /** Lets products speak in a query. */
  @FunctionalInterface
  public interface Source {
    /** Adds to {@code scratch.voices} what speaks. */
    void speak(Query query, Scratch scratch);
  }

  /** Empties it. */
  public void reset() {
    Arrays.fill(rows, 0, size, ProductRows.Row.EMPTY);
    size = 0;
  }

  /**
   * Adds a voice.
   *
   * @param weight how loud it speaks; less than 0 if it speaks against what is in its row
   * @param speaksForItself how much it adds to its own score
   */
  public void add(int product, double weight, ProductRows.Row row, double speaksForItself) {
    if (size == products.length) {
      int length = Math.max(64, 2 * size);
      products = Arrays.copyOf(products, length);
      weights = Arrays.copyOf(weights, length);
      own = Arrays.copyOf(own, length);
      rows = Arrays.copyOf(rows, length);
    }
    products[size] = product;
    weights[size] = weight;
    own[size] = speaksForItself;
    rows[size++] = row;
  }

  /** How many voices there are. */
  public int size() {
    return size;
  }

  /** The product that has the i-th voice. */
  public int product(int i) {
    return products[i];
  }

  /** How loud the i-th voice is. */
  public double weight(int i) {
    return weights[i];
  }

  /** How much the product of the i-th voice adds to its own score. */
  public double own(int i) {
    return own[i];
  }

  /** The products that the i-th voice speaks for. */
  public ProductRows.Row row(int i) {
    return rows[i];
  }
}
