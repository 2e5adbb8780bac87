package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Floats;
import java.util.Arrays;

/**
 * Solves for rows by preconditioned conjugate gradients, from the factors that they had before.
 *
 * <p>A row's matrix {@code W} (see {@link HalfStep}) is never formed: a product with it takes two
 * passes over the factors of the row's entries and a product with the Gramian. The rows of a block
 * are solved for side by side, so that the products with the Gramian and the {@link Preconditioner}
 * are products of matrices, while what they work on stays in the cache of the core.
 *
 * @see <a href="https://doi.org/10.1145/2043932.2043987">Takács, Pilászy, Tikk (2011), Applications
 *     of the conjugate gradient method for implicit feedback collaborative filtering</a>
 */
final class ConjugateGradients {
  /** How many rows a block has at most. */
  static final int ROWS = 8;

  private final HalfStep half;
  private final float[][] preconditioners;
  private final int steps;
  private final int stride;

  private final float[] solutions;
  private final float[] residuals;
  private final float[] directions;
  private final float[] products;

  /** For each row, {@code rᵀ M⁻¹ r}, with the residual and the preconditioner. */
  private final float[] squares = new float[ROWS];

  /** A number for each entry of one row. */
  private float[] entries = new float[0];

  /** With room for one thread. */
  ConjugateGradients(HalfStep half, float[][] preconditioners, int steps) {
    this.half = half;
    this.preconditioners = preconditioners;
    this.steps = steps;
    this.stride = half.fixed().stride();
    this.solutions = new float[ROWS * stride];
    this.residuals = new float[ROWS * stride];
    this.directions = new float[ROWS * stride];
    this.products = new float[ROWS * stride];
  }

  /** Solves for the rows of a block. */
  void solve(Side.Block block) {
    float[] preconditioner = preconditioners[block.kind()];
    int rows = block.to() - block.from();
    take(block);
    multiply(solutions, half.gramian(), residuals, rows);
    for (int i = 0; i < rows; i++) {
      findResidual(row(block, i), i * stride);
    }
    multiply(residuals, preconditioner, directions, rows);
    for (int i = 0; i < rows; i++) {
      squares[i] = Floats.dot(residuals, i * stride, directions, i * stride, stride);
    }
    for (int step = 1; step < steps; step++) {
      step(block, rows);
      turn(preconditioner, rows);
    }
    lastStep(block, rows);
    giveBack(block);
  }

  private int row(Side.Block block, int i) {
    return half.side().order()[block.from() + i];
  }

  private void take(Side.Block block) {
    Factors solved = half.solved();
    for (int i = 0; i < block.to() - block.from(); i++) {
      int row = row(block, i);
      System.arraycopy(solved.values(), solved.start(row), solutions, i * stride, stride);
      if (entries.length < half.side().length(row)) {
        entries = new float[half.side().length(row)];
      }
    }
  }

  private void giveBack(Side.Block block) {
    Factors solved = half.solved();
    for (int i = 0; i < block.to() - block.from(); i++) {
      int start = solved.start(row(block, i));
      System.arraycopy(solutions, i * stride, solved.values(), start, stride);
    }
  }

  /** Leaves {@code Σ w t q − W p} where {@code a QᵀQ p} is. */
  private void findResidual(int row, int at) {
    float penalty = half.side().penalties()[row];
    for (int k = at; k < at + stride; k++) {
      residuals[k] = -residuals[k] - penalty * solutions[k];
    }
    predict(row, solutions, at);
    half.side().feedback().residuals(half.side().observed(), row, entries);
    addEntries(row, residuals, at);
  }

  /** Steps as far as it helps in the direction, and finds the residual there. */
  private void step(Side.Block block, int rows) {
    multiply(directions, half.gramian(), products, rows);
    for (int i = 0; i < rows; i++) {
      int row = row(block, i);
      int at = i * stride;
      Floats.addScaled(half.side().penalties()[row], directions, at, products, at, stride);
      predict(row, directions, at);
      half.side().feedback().weigh(half.side().observed(), row, entries);
      addEntries(row, products, at);
      float length = length(i, Floats.dot(directions, at, products, at, stride));
      Floats.addScaled(length, directions, at, solutions, at, stride);
      Floats.addScaled(-length, products, at, residuals, at, stride);
    }
  }

  /** Finds the next direction, conjugate to the last. */
  private void turn(float[] preconditioner, int rows) {
    multiply(residuals, preconditioner, products, rows);
    for (int i = 0; i < rows; i++) {
      int at = i * stride;
      float next = Floats.dot(residuals, at, products, at, stride);
      float back = squares[i] > 0 ? next / squares[i] : 0;
      squares[i] = next;
      for (int k = at; k < at + stride; k++) {
        directions[k] = products[k] + back * directions[k];
      }
    }
  }

  /** A step after which no residual is needed: {@code dᵀ W d} is enough, without {@code W d}. */
  private void lastStep(Side.Block block, int rows) {
    multiply(directions, half.gramian(), products, rows);
    for (int i = 0; i < rows; i++) {
      int row = row(block, i);
      int at = i * stride;
      Floats.addScaled(half.side().penalties()[row], directions, at, products, at, stride);
      float curvature = Floats.dot(directions, at, products, at, stride);
      predict(row, directions, at);
      curvature += half.side().feedback().squares(half.side().observed(), row, entries);
      Floats.addScaled(length(i, curvature), directions, at, solutions, at, stride);
    }
  }

  private float length(int i, float curvature) {
    return curvature > 0 ? squares[i] / curvature : 0;
  }

  /** Leaves in the entries the inner products of their factors with a vector. */
  private void predict(int row, float[] vector, int at) {
    int[] starts = half.side().observed().starts();
    int[] columns = half.side().observed().columns();
    float[] fixed = half.fixed().values();
    Floats.dots(fixed, stride, columns, starts[row], starts[row + 1], vector, at, stride, entries);
  }

  /** Adds to a vector the factors of the row's entries, each times what is in the entries. */
  private void addEntries(int row, float[] sum, int at) {
    int[] starts = half.side().observed().starts();
    int[] columns = half.side().observed().columns();
    float[] fixed = half.fixed().values();
    Floats.addRows(fixed, stride, columns, starts[row], starts[row + 1], entries, sum, at, stride);
  }

  /** Makes {@code product} the vectors times a symmetric matrix. */
  private void multiply(float[] vectors, float[] matrix, float[] product, int rows) {
    Arrays.fill(product, 0, rows * stride, 0);
    Floats.addProduct(
        new Floats.View(vectors, 0, stride, 1),
        matrix,
        0,
        stride,
        new Floats.Target(product, 0, stride, rows, stride),
        stride);
  }
}
