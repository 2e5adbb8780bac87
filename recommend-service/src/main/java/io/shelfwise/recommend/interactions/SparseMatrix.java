package io.shelfwise.recommend.interactions;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A matrix of which only the entries that are not zero are kept, row after row: the entries of row
 * {@code i} stand at {@code starts[i]} to {@code starts[i + 1] - 1} of the two other arrays.
 *
 * <p>For kernels, which read the arrays as they are and never write them.
 *
 * @param width how many columns there are
 * @param starts where each row starts, and at last how many entries there are
 * @param columns the column of each entry
 * @param values the value of each entry
 */
@SuppressWarnings(
    "ArrayRecordComponent") // compared by no one; copying them would double the largest thing in
// memory
public record SparseMatrix(int width, int[] starts, int[] columns, float[] values) {
  public SparseMatrix {
    if (columns.length != values.length || starts[starts.length - 1] != columns.length) {
      throw new IllegalArgumentException(
          "entries: "
              + columns.length
              + ", "
              + values.length
              + " (expected: "
              + starts[starts.length - 1]
              + ")");
    }
  }

  /** A matrix without entries. */
  public static SparseMatrix empty(int height, int width) {
    return new SparseMatrix(width, new int[height + 1], new int[0], new float[0]);
  }

  /** The largest value; 0 if there is none above that. */
  public float largest() {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** The matrix with a 1 in place of every entry. */
  public SparseMatrix ones() {
    float[] ones = new float[values.length];
    Arrays.fill(ones, 1);
    return new SparseMatrix(width, starts, columns, ones);
  }

  /** How many rows there are. */
  public int height() {
    return starts.length - 1;
  }

  /** How many entries there are. */
  public int entries() {
    return columns.length;
  }

  /**
   * The matrix with rows and columns exchanged; the entries of a row are in ascending order of
   * their columns.
   */
  public SparseMatrix transposed() {
    int[] ends = new int[width + 1];
    for (int column : columns) {
      ends[column + 1]++;
    }
    for (int column = 0; column < width; column++) {
      ends[column + 1] += ends[column];
    }
    int[] next = Arrays.copyOf(ends, width);
    int[] rows = new int[columns.length];
    float[] turned = new float[values.length];
    for (int row = 0; row < height(); row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        int place = next[columns[e]]++;
        rows[place] = row;
        turned[place] = values[e];
      }
    }
    return new SparseMatrix(height(), ends, rows, turned);
  }

  /** The matrix with its rows in another order: row {@code i} is what row {@code order[i]} was. */
  public SparseMatrix rowsInOrder(int[] order) {
    int[] begins = new int[order.length + 1];
    for (int row = 0; row < order.length; row++) {
      begins[row + 1] = begins[row] + starts[order[row] + 1] - starts[order[row]];
    }
    int[] inOrder = new int[begins[order.length]];
    float[] valuesInOrder = new float[inOrder.length];
    for (int row = 0; row < order.length; row++) {
      int from = starts[order[row]];
      int length = begins[row + 1] - begins[row];
      System.arraycopy(columns, from, inOrder, begins[row], length);
      System.arraycopy(values, from, valuesInOrder, begins[row], length);
    }
    return new SparseMatrix(width, begins, inOrder, valuesInOrder);
  }

  /** The matrix without the entries of columns that have fewer than so many. */
  public SparseMatrix columnsOfAtLeast(int least) {
    int[] counts = new int[width];
    for (int column : columns) {
      counts[column]++;
    }
    Builder kept = new Builder();
    for (int row = 0; row < height(); row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        if (counts[columns[e]] >= least) {
          kept.add(columns[e], values[e]);
        }
      }
      kept.endRow();
    }
    return kept.build(width);
  }

  /**
   * The matrix less another of the same size, which has no entry where this one has: in each row
   * its entries, with the opposite sign, follow those of this one. Those of columns that are empty
   * here are left out.
   */
  public SparseMatrix less(SparseMatrix other) {
    if (other.entries() == 0) {
      return this;
    }
    BitSet known = new BitSet(width);
    for (int column : columns) {
      known.set(column);
    }
    Builder difference = new Builder();
    for (int row = 0; row < height(); row++) {
      for (int e = starts[row]; e < starts[row + 1]; e++) {
        difference.add(columns[e], values[e]);
      }
      for (int e = other.starts[row]; e < other.starts[row + 1]; e++) {
        if (known.get(other.columns[e])) {
          difference.add(other.columns[e], -other.values[e]);
        }
      }
      difference.endRow();
    }
    return difference.build(width);
  }

  /** Writes the matrix to a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(width);
    out.writeInt(height());
    out.writeInt(columns.length);
    for (int start : starts) {
      out.writeInt(start);
    }
    for (int e = 0; e < columns.length; e++) {
      out.writeInt(columns[e]);
      out.writeFloat(values[e]);
    }
  }

  /** Reads a matrix from a snapshot. */
  public static SparseMatrix read(DataInputStream in) throws IOException {
    int width = in.readInt();
    int[] starts = new int[in.readInt() + 1];
    int entries = in.readInt();
    int[] columns = new int[entries];
    float[] values = new float[entries];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = in.readInt();
    }
    for (int e = 0; e < entries; e++) {
      columns[e] = in.readInt();
      values[e] = in.readFloat();
    }
    return new SparseMatrix(width, starts, columns, values);
  }

  /** Collects a matrix, row after row. */
  public static final class Builder {
    private int[] starts = new int[1024];
    private int[] columns = new int[1 << 10];
    private float[] values = new float[1 << 10];
    private int rows;
    private int entries;

    /** Adds an entry to the row that is ended next. */
    public void add(int column, double value) {
      if (entries == columns.length) {
        columns = Arrays.copyOf(columns, 2 * entries);
        values = Arrays.copyOf(values, 2 * entries);
      }
      columns[entries] = column;
      values[entries++] = (float) value;
    }

    /** Ends a row, which may be empty. */
    public void endRow() {
      if (++rows == starts.length) {
        starts = Arrays.copyOf(starts, 2 * rows);
      }
      starts[rows] = entries;
    }

    /** What was collected, of so many columns. */
    public SparseMatrix build(int width) {
      return new SparseMatrix(
          width,
          Arrays.copyOf(starts, rows + 1),
          Arrays.copyOf(columns, entries),
          Arrays.copyOf(values, entries));
    }
  }
}
