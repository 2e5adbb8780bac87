package io.shelfwise.recommend.interactions;

import java.util.Arrays;

/**
 * For each customer the things that belong together, in the order of time: the orders, say, or the
 * visits, each with its products in the order in which they came.
 *
 * <p>For kernels, which read the arrays as they are and never write them: the groups of customer
 * {@code c} are {@code customerStarts[c]} to {@code customerStarts[c + 1] - 1}; the products of
 * group {@code g} stand at {@code starts[g]} to {@code starts[g + 1] - 1}, each once.
 *
 * @param customerStarts where each customer's groups start, and at last how many groups there are
 * @param starts where each group's products start, and at last how many there are
 * @param minutes when each group began, in minutes since 1970
 * @param products the products
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record Sequences(int[] customerStarts, int[] starts, int[] minutes, int[] products) {
  /** How many customers there are. */
  public int customers() {
    return customerStarts.length - 1;
  }

  /** How many groups there are. */
  public int groups() {
    return minutes.length;
  }

  /** Collects groups, customer after customer. */
  public static final class Builder {
    private int[] customerStarts = new int[64];
    private int[] starts = new int[64];
    private int[] minutes = new int[64];
    private int[] products = new int[256];
    private int customers;
    private int groups;
    private int size;

    /** Adds a product to the group that is ended next; once is enough. */
    public void add(int product) {
      for (int i = starts[groups]; i < size; i++) {
        if (products[i] == product) {
          return;
        }
      }
      products = room(products, size);
      products[size++] = product;
    }

    /** Ends a group that began then; one without products is none. */
    public void endGroup(int minute) {
      if (size == starts[groups]) {
        return;
      }
      minutes = room(minutes, groups);
      minutes[groups++] = minute;
      starts = room(starts, groups);
      starts[groups] = size;
    }

    /** Ends a customer, who may have no group. */
    public void endCustomer() {
      customerStarts = room(customerStarts, ++customers);
      customerStarts[customers] = groups;
    }

    private static int[] room(int[] array, int index) {
      return index < array.length ? array : Arrays.copyOf(array, 2 * index);
    }

    /** What was collected. */
    public Sequences build() {
      return new Sequences(
          Arrays.copyOf(customerStarts, customers + 1),
          Arrays.copyOf(starts, groups + 1),
          Arrays.copyOf(minutes, groups),
          Arrays.copyOf(products, size));
    }
  }
}
