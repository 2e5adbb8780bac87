package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Where in the space of factors the products are: cells of products that lie together, each with
 * its middle. Whoever looks for the products of the greatest inner product with some vector looks
 * into the cells of the greatest inner product first, and need not look into most.
 *
 * <p>The rows of factors are in the order of the cells, so that a cell is read from one place.
 *
 * @param starts the row at which each cell starts, and at last how many rows there are
 * @param middles the means of the cells' rows
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record Cells(int[] starts, Factors middles) {

  /** How many cells there are. */
  int count() {
    return starts.length - 1;
  }

  /** The inner products of the cells' middles with a vector, from the start of {@code products}. */
  void multiply(float[] vector, float[] products) {
    Floats.multiply(
        middles.values(), 0, middles.stride(), count(), vector, 0, middles.stride(), products);
  }

  /** Writes the cells to a snapshot. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(count());
    for (int start : starts) {
      out.writeInt(start);
    }
    middles.write(out);
  }

  /** Reads cells from a snapshot. */
  static Cells read(DataInputStream in) throws IOException {
    int[] starts = new int[in.readInt() + 1];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = in.readInt();
    }
    return new Cells(starts, Factors.read(in));
  }
}
