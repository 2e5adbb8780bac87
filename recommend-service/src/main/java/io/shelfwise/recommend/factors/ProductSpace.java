package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The products that were learned of, in the space of their factors: turned to the axes of their
 * Gramian, and cell by cell.
 *
 * @param factors the factors of the products
 * @param products the number of the product of each row
 * @param rows the row of each product, −1 for one that was not learned of
 * @param gramian the diagonal of the factors' Gramian
 * @param cells where the products are
 * @param reach how long the factors of the products are; within a cell the longest come first
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record ProductSpace(
    Factors factors, int[] products, int[] rows, float[] gramian, Cells cells, Reach reach) {

  /**
   * The space of factors.
   *
   * @param fitted the factors of all products
   * @param learned which products were learned of
   * @param seed what the division into cells begins with
   */
  static ProductSpace of(Factors fitted, boolean[] learned, CellSettings settings, long seed) {
    int[] numbers = IntStream.range(0, fitted.count()).filter(i -> learned[i]).toArray();
    Factors turned = turned(fitted, numbers);
    int cellCount = settings.cells(numbers.length);
    int[] cellOf =
        cellCount == 1 ? new int[numbers.length] : CellDivision.of(turned, cellCount, seed);
    int[] order = order(turned, cellOf);
    Factors ordered = turned.rows(order);
    int[] orderedNumbers = Arrays.stream(order).map(row -> numbers[row]).toArray();
    int[] orderedCells = Arrays.stream(order).map(row -> cellOf[row]).toArray();
    return of(ordered, orderedNumbers, fitted.count(), cells(ordered, orderedCells, cellCount));
  }

  /** The rows cell by cell, of each the longest first. */
  private static int[] order(Factors factors, int[] cellOf) {
    float[] lengths = new float[cellOf.length];
    for (int row = 0; row < lengths.length; row++) {
      lengths[row] = Reach.length(factors, row);
    }
    int[] order = IntStream.range(0, lengths.length).toArray();
    IntArrays.stableSort(
        order,
        (a, b) ->
            cellOf[a] == cellOf[b]
                ? Float.compare(lengths[b], lengths[a])
                : Integer.compare(cellOf[a], cellOf[b]));
    return order;
  }

  private static ProductSpace of(Factors factors, int[] products, int width, Cells cells) {
    int stride = factors.stride();
    float[] everywhere = new float[factors.count()];
    Arrays.fill(everywhere, 1);
    float[] gramian = Gramian.of(factors, everywhere);
    float[] diagonal = new float[stride];
    for (int k = 0; k < stride; k++) {
      diagonal[k] = gramian[k * stride + k];
    }
    int[] rows = new int[width];
    Arrays.fill(rows, -1);
    for (int row = 0; row < products.length; row++) {
      rows[products[row]] = row;
    }
    return new ProductSpace(factors, products, rows, diagonal, cells, Reach.of(factors));
  }

  /** The rows of these numbers, turned to the axes of their Gramian. */
  private static Factors turned(Factors fitted, int[] numbers) {
    Factors chosen = fitted.rows(numbers);
    int stride = chosen.stride();
    float[] everywhere = new float[chosen.count()];
    Arrays.fill(everywhere, 1);
    float[] axes = PrincipalAxes.of(Gramian.of(chosen, everywhere), stride);
    float[] columns = new float[stride * stride];
    for (int i = 0; i < stride; i++) {
      for (int j = 0; j < stride; j++) {
        columns[j * stride + i] = axes[i * stride + j];
      }
    }
    Factors turned = Factors.zeros(chosen.count(), chosen.width());
    Floats.addProduct(
        new Floats.View(chosen.values(), 0, stride, 1),
        columns,
        0,
        stride,
        new Floats.Target(turned.values(), 0, stride, chosen.count(), stride),
        stride);
    return turned;
  }

  private static Cells cells(Factors factors, int[] cellOf, int count) {
    int[] starts = new int[count + 1];
    for (int cell : cellOf) {
      starts[cell + 1]++;
    }
    Factors middles = Factors.zeros(count, factors.width());
    for (int row = 0; row < cellOf.length; row++) {
      Floats.addScaled(
          1f / starts[cellOf[row] + 1],
          factors.values(),
          factors.start(row),
          middles.values(),
          middles.start(cellOf[row]),
          factors.stride());
    }
    for (int cell = 0; cell < count; cell++) {
      starts[cell + 1] += starts[cell];
    }
    return new Cells(starts, middles);
  }

  /** The mean square length of the products' factors. */
  double meanSquare() {
    double trace = 0;
    for (float axis : gramian) {
      trace += axis;
    }
    return trace / Math.max(1, products.length);
  }

  /** The row of a product, −1 if it was not learned of. */
  int row(int product) {
    return product < rows.length ? rows[product] : -1;
  }

  /** Writes the space to a snapshot. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(rows.length);
    for (int row : rows) {
      out.writeInt(row);
    }
    factors.write(out);
    cells.write(out);
  }

  /** Reads a space from a snapshot. */
  static ProductSpace read(DataInputStream in) throws IOException {
    int[] rows = new int[in.readInt()];
    for (int product = 0; product < rows.length; product++) {
      rows[product] = in.readInt();
    }
    Factors factors = Factors.read(in);
    int[] products = new int[factors.count()];
    for (int product = 0; product < rows.length; product++) {
      if (rows[product] >= 0) {
        products[rows[product]] = product;
      }
    }
    return of(factors, products, rows.length, Cells.read(in));
  }
}
