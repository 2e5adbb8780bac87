package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.FloatCholesky;
import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.model.Scratch;
import java.util.Arrays;

/**
 * Solves for the factors of someone who has shown interest in a few products, and tells how much of
 * a score each of those products makes up.
 *
 * <p>The products' Gramian is diagonal ({@link PrincipalAxes}), so the matrix of the system is
 * {@code W = D + QᵀCQ}, {@code D = diag(a λ_k + λ)}, with the {@code n} products' factors {@code Q}
 * and weights {@code C}. For up to as many products as factors, the system is solved among the
 * products: {@code p = D⁻¹Qᵀ A⁻¹ t} with {@code A = C⁻¹ + Q D⁻¹ Qᵀ}, which is {@code n × n}; for
 * more, among the factors: {@code p = W⁻¹ QᵀC t}. Either is exact.
 *
 * <p>The score {@code p·q_j} is the sum over the products of {@code c_i t_i q_iᵀ W⁻¹ q_j}: the part
 * of the product {@code i}.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.22">Hu, Koren, Volinsky (2008), section 5</a>
 */
final class FoldIn {
  private static final int MATRIX = 0;
  private static final int PRODUCTS = 1;
  private static final int SOLUTION = 2;
  private static final int ASKED = 3;
  private static final int PARTS = 4;
  private static final int DIAGONAL = 5;

  private final Factors factors;
  private final int[] rows;
  private final float[] weights;
  private final float[] targets;
  private final int count;

  /** As many, filled up with zeros to whole vectors of the processor. */
  private final int width;

  private final int stride;
  private final boolean amongProducts;
  private final Scratch scratch;

  /** What is on the diagonal of D, and then 1/√ of it. */
  private final float[] diagonal;

  /**
   * The products' factors: column by column among products, each in the unit of √D; row by row
   * among factors.
   */
  private final float[] products;

  /** The Cholesky factor of A or W. */
  private final float[] matrix;

  private float[] parts = new float[0];
  private int partsWidth;

  /**
   * Solves.
   *
   * @param factors those of the products
   * @param gramian what is on the diagonal of their Gramian, times a
   * @param penalty the regularisation λ
   * @param rows the rows of the products of interest
   * @param weights their weights, more than 0
   * @param targets their targets
   * @param count how many they are
   */
  FoldIn(
      Factors factors,
      float[] gramian,
      double penalty,
      int[] rows,
      float[] weights,
      float[] targets,
      int count,
      Scratch scratch) {
    this.factors = factors;
    this.rows = rows;
    this.weights = weights;
    this.targets = targets;
    this.count = count;
    this.width = filled(count);
    this.stride = factors.stride();
    this.amongProducts = count <= factors.width();
    this.scratch = scratch;
    this.diagonal = scratch.vector(DIAGONAL, 2 * stride);
    for (int k = 0; k < stride; k++) {
      diagonal[k] = (float) (gramian[k] + penalty);
      diagonal[stride + k] = (float) (1 / Math.sqrt(diagonal[k]));
    }
    int size = amongProducts ? count : stride;
    int across = amongProducts ? width : stride;
    this.products = scratch.vector(PRODUCTS, width * stride);
    this.matrix = scratch.vector(MATRIX, size * across);
    Arrays.fill(matrix, 0, size * across, 0);
    if (amongProducts) {
      setUpAmongProducts();
    } else {
      setUpAmongFactors();
    }
    FloatCholesky.decompose(matrix, size, across);
  }

  private static int filled(int count) {
    return (count + 15) / 16 * 16;
  }

  private void setUpAmongProducts() {
    gather(rows, count, products, width);
    Floats.addProduct(
        new Floats.View(products, 0, 1, width),
        products,
        0,
        width,
        new Floats.Target(matrix, 0, width, count, width),
        stride);
    for (int i = 0; i < count; i++) {
      matrix[i * width + i] += 1 / weights[i];
    }
  }

  private void setUpAmongFactors() {
    float[] weighted = scratch.vector(ASKED, count * stride);
    for (int i = 0; i < count; i++) {
      int start = factors.start(rows[i]);
      System.arraycopy(factors.values(), start, products, i * stride, stride);
      for (int k = 0; k < stride; k++) {
        weighted[i * stride + k] = weights[i] * products[i * stride + k];
      }
    }
    Floats.addProduct(
        new Floats.View(products, 0, 1, stride),
        weighted,
        0,
        stride,
        new Floats.Target(matrix, 0, stride, stride, stride),
        count);
    for (int k = 0; k < stride; k++) {
      matrix[k * stride + k] += diagonal[k];
    }
  }

  /** Lays out factors column by column; among products, each in the unit of √D. */
  private void gather(int[] from, int many, float[] columns, int across) {
    Arrays.fill(columns, 0, stride * across, 0);
    for (int i = 0; i < many; i++) {
      int start = factors.start(from[i]);
      for (int k = 0; k < stride; k++) {
        float factor = factors.values()[start + k];
        columns[k * across + i] = amongProducts ? factor * diagonal[stride + k] : factor;
      }
    }
  }

  /** The factors that were solved for; in the scratch, until the next is asked. */
  float[] solution() {
    float[] solution = scratch.vector(SOLUTION, stride + width);
    Arrays.fill(solution, 0, stride + width, 0);
    if (amongProducts) {
      System.arraycopy(targets, 0, solution, stride, count);
      FloatCholesky.solve(matrix, count, width, solution, stride);
      for (int k = 0; k < stride; k++) {
        solution[k] =
            Floats.dot(products, k * width, solution, stride, width) * diagonal[stride + k];
      }
    } else {
      for (int i = 0; i < count; i++) {
        Floats.addScaled(weights[i] * targets[i], products, i * stride, solution, 0, stride);
      }
      FloatCholesky.solve(matrix, stride, stride, solution, 0);
    }
    return solution;
  }

  /**
   * Finds the parts that the products of interest make up of the scores of other products.
   *
   * @param asked the rows of those products
   * @param many how many they are
   */
  void findParts(int[] asked, int many) {
    partsWidth = filled(many);
    float[] columns = scratch.vector(ASKED, stride * partsWidth);
    parts = scratch.vector(PARTS, count * partsWidth);
    Arrays.fill(parts, 0, count * partsWidth, 0);
    gather(asked, many, columns, partsWidth);
    Floats.View own;
    if (amongProducts) {
      own = new Floats.View(products, 0, 1, width);
    } else {
      own = new Floats.View(products, 0, stride, 1);
      FloatCholesky.solveRows(matrix, stride, stride, columns, partsWidth);
    }
    Floats.Target target = new Floats.Target(parts, 0, partsWidth, count, partsWidth);
    Floats.addProduct(own, columns, 0, partsWidth, target, stride);
    if (amongProducts) {
      FloatCholesky.solveRows(matrix, count, width, parts, partsWidth);
    }
  }

  /** The part that the i-th product of interest makes up of the score of the j-th asked. */
  float part(int i, int j) {
    float factor = amongProducts ? targets[i] : weights[i] * targets[i];
    return factor * parts[i * partsWidth + j];
  }
}
