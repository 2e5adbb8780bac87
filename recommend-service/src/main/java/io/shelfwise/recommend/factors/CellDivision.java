package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.algebra.Pieces;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Divides rows of factors into cells by k-means: rows go to the nearest middle, middles to the mean
 * of their rows, a few times over.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1982.1056489">Lloyd (1982), Least squares quantization
 *     in PCM</a>
 */
final class CellDivision {
  private static final int ROUNDS = 10;

  /** How many rows are compared with all middles at once. */
  private static final int BLOCK = 64;

  private final Factors factors;
  private final Factors middles;
  private final int[] cellOf;

  private CellDivision(Factors factors, int cells, long seed) {
    this.factors = factors;
    this.middles = Factors.zeros(cells, factors.width());
    this.cellOf = new int[factors.count()];
    int[] first = sample(factors.count(), cells, seed);
    for (int cell = 0; cell < cells; cell++) {
      System.arraycopy(
          factors.values(),
          factors.start(first[cell]),
          middles.values(),
          middles.start(cell),
          factors.stride());
    }
  }

  /** Different rows by chance, in ascending order. */
  private static int[] sample(int rows, int many, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] all = IntStream.range(0, rows).toArray();
    for (int i = 0; i < many; i++) {
      int other = i + random.nextInt(rows - i);
      int row = all[other];
      all[other] = all[i];
      all[i] = row;
    }
    int[] chosen = Arrays.copyOf(all, many);
    Arrays.sort(chosen);
    return chosen;
  }

  /**
   * The cell of each row.
   *
   * @param cells how many there are, at most as many as rows
   */
  static int[] of(Factors factors, int cells, long seed) {
    CellDivision division = new CellDivision(factors, cells, seed);
    for (int round = 0; round < ROUNDS; round++) {
      division.assign();
      division.center();
    }
    division.assign();
    return division.cellOf;
  }

  /** Sends every row to its nearest middle, the one with the largest {@code x·m − |m|²/2}. */
  private void assign() {
    int cells = middles.count();
    int stride = middles.stride();
    float[] columns = new float[stride * cells];
    float[] halfSquares = new float[cells];
    for (int cell = 0; cell < cells; cell++) {
      int start = middles.start(cell);
      halfSquares[cell] = Floats.dot(middles.values(), start, middles.values(), start, stride) / 2;
      for (int k = 0; k < stride; k++) {
        columns[k * cells + cell] = middles.values()[start + k];
      }
    }
    Pieces.forEach(
        (factors.count() + BLOCK - 1) / BLOCK,
        () -> {
          float[] products = new float[BLOCK * cells];
          return block -> assign(block * BLOCK, columns, halfSquares, products);
        });
  }

  private void assign(int from, float[] columns, float[] halfSquares, float[] products) {
    int cells = halfSquares.length;
    int rows = Math.min(BLOCK, factors.count() - from);
    Arrays.fill(products, 0);
    Floats.addProduct(
        new Floats.View(factors.values(), factors.start(from), factors.stride(), 1),
        columns,
        0,
        cells,
        new Floats.Target(products, 0, cells, rows, cells),
        factors.stride());
    for (int i = 0; i < rows; i++) {
      int nearest = 0;
      float best = Float.NEGATIVE_INFINITY;
      for (int cell = 0; cell < cells; cell++) {
        float closeness = products[i * cells + cell] - halfSquares[cell];
        if (closeness > best) {
          best = closeness;
          nearest = cell;
        }
      }
      cellOf[from + i] = nearest;
    }
  }

  /** Moves every middle to the mean of its rows; one without rows stays. */
  private void center() {
    int stride = middles.stride();
    int[] sizes = new int[middles.count()];
    for (int cell : cellOf) {
      sizes[cell]++;
    }
    for (int cell = 0; cell < sizes.length; cell++) {
      if (sizes[cell] > 0) {
        int start = middles.start(cell);
        Arrays.fill(middles.values(), start, start + stride, 0);
      }
    }
    for (int row = 0; row < cellOf.length; row++) {
      Floats.addScaled(
          1f / sizes[cellOf[row]],
          factors.values(),
          factors.start(row),
          middles.values(),
          middles.start(cellOf[row]),
          stride);
    }
  }
}
