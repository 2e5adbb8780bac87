package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What models learn from: which customer has how much interest in which product. Immutable, as of
 * one moment.
 *
 * @param customers the customers, by row
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

  /** How many customers have an interest in anything. */
  public int customerCount() {
    int count = 0;
    for (int row = 0; row < matrix.height(); row++) {
      count += matrix.starts()[row + 1] > matrix.starts()[row] ? 1 : 0;
    }
    return count;
  }

  /** How many products anyone has an interest in. */
  public int productCount() {
    BitSet seen = new BitSet(matrix.width());
    for (int product : matrix.columns()) {
      seen.set(product);
    }
    return seen.cardinality();
  }

  /** Writes the interests to a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(customers.size());
    for (String customer : customers) {
      out.writeUTF(customer);
    }
    matrix.write(out);
  }

  /** Reads interests from a snapshot. */
  public static Interests read(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> customers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      customers.add(in.readUTF());
    }
    return new Interests(customers, SparseMatrix.read(in));
  }

  /** Collects interests, customer after customer. */
  public static final class Builder {
    private final List<String> customers = new ArrayList<>();
    private final SparseMatrix.Builder matrix = new SparseMatrix.Builder();

    /** Adds an interest of the customer who is ended next. */
    public void add(int product, double interest) {
      matrix.add(product, interest);
    }

    /** Ends a customer, who may have no interest. */
    public void end(String customer) {
      customers.add(customer);
      matrix.endRow();
    }

    /** What was collected, of so many products. */
    public Interests build(int productCount) {
      return new Interests(customers, matrix.build(productCount));
    }
  }
}
