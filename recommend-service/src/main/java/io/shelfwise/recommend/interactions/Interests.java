package io.shelfwise.recommend.interactions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What models learn from: which customer has how much interest in which product. Immutable, as of
 * one moment.
 *
 * @param customers the customers that are of use, by row
 * @param matrix interests, a customer a row, a product a column
 */
public record Interests(List<String> customers, SparseMatrix matrix) {
  public Interests {
    customers = List.copyOf(customers);
    if (customers.size() != matrix.height()) {
      throw new IllegalArgumentException(
          "customers: " + customers.size() + " (expected: " + matrix.height() + ")");
    }
  }

  /** How many products anyone has an interest in. */
  public int productCount() {
    return (int) Arrays.stream(matrix.columns()).distinct().count();
  }

  /** Collects interests, customer after customer. */
  public static final class Builder {
    private final List<String> customers = new ArrayList<>();
    private int[] starts = new int[1024];
    private int[] columns = new int[1 << 14];
    private float[] values = new float[1 << 14];
    private int entries;

    /** Adds an interest of the customer who is ended next. */
    public void add(int product, double interest) {
      if (entries == columns.length) {
        columns = Arrays.copyOf(columns, 2 * entries);
        values = Arrays.copyOf(values, 2 * entries);
      }
      columns[entries] = product;
      values[entries++] = (float) interest;
    }

    /** Ends a customer; one without interests leaves no row. */
    public void end(String customer) {
      if (entries == starts[customers.size()]) {
        return;
      }
      customers.add(customer);
      if (customers.size() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
      }
      starts[customers.size()] = entries;
    }

    /** What was collected, of so many products. */
    public Interests build(int productCount) {
      return new Interests(
          customers,
          new SparseMatrix(
              productCount,
              Arrays.copyOf(starts, customers.size() + 1),
              Arrays.copyOf(columns, entries),
              Arrays.copyOf(values, entries)));
    }
  }
}
