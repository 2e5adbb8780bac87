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
  private final int stride;
  private final boolean amongProducts;
  private final Scratch scratch;
  private final float[] diagonal;

  /**
   * The products' factors: column by column among products, each in the unit of √D; row by row
   * among factors.
   */
  private final float[] products;

  /** The Cholesky factor of A or W. */
  private final float[] matrix;

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
    this.stride = factors.stride();
    this.amongProducts = count <= factors.width();
    this.scratch = scratch;
    this.diagonal = scratch.vector(DIAGONAL, stride);
    for (int k = 0; k < stride; k++) {
      diagonal[k] = (float) (gramian[k] + penalty);
    }
    int size = size();
    this.products = scratch.vector(PRODUCTS, count * stride);
    this.matrix = scratch.vector(MATRIX, size * size);
    Arrays.fill(matrix, 0, size * size, 0);
    if (amongProducts) {
      setUpAmongProducts();
    } else {
      setUpAmongFactors();
    }
    FloatCholesky.decompose(matrix, size, size);
  }

  private int size() {
    return amongProducts ? count : stride;
  }

  private void setUpAmongProducts() {
    gather(rows, count, products);
    Floats.addProduct(
        new Floats.View(products, 0, 1, count),
        products,
        0,
        count,
        new Floats.Target(matrix, 0, count, count, count),
        stride);
    for (int i = 0; i < count; i++) {
      matrix[i * count + i] += 1 / weights[i];
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

  /** Lays out factors column by column, each in the unit of √D. */
  private void gather(int[] from, int many, float[] columns) {
    for (int i = 0; i < many; i++) {
      int start = factors.start(from[i]);
      for (int k = 0; k < stride; k++) {
        columns[k * many + i] = factors.values()[start + k] / (float) Math.sqrt(diagonal[k]);
      }
    }
  }

  /** The factors that were solved for; in the scratch, until the next is asked. */
  float[] solution() {
    float[] solution = scratch.vector(SOLUTION, stride + count);
    if (amongProducts) {
      System.arraycopy(targets, 0, solution, stride, count);
      FloatCholesky.solve(matrix, count, count, solution, stride);
      for (int k = 0; k < stride; k++) {
        solution[k] =
            Floats.dot(products, k * count, solution, stride, count)
                / (float) Math.sqrt(diagonal[k]);
      }
    } else {
      Arrays.fill(solution, 0, stride, 0);
      for (int i = 0; i < count; i++) {
        Floats.addScaled(weights[i] * targets[i], products, i * stride, solution, 0, stride);
      }
      FloatCholesky.solve(matrix, stride, stride, solution, 0);
    }
    return solution;
  }

  /**
   * The parts that the products of interest make up of the scores of other products: that of
   * product {@code i} in the score of the {@code j}-th stands at {@code i · many + j}.
   *
   * @param asked the rows of those products
   * @param many how many they are
   */
  float[] parts(int[] asked, int many) {
    float[] parts = scratch.vector(PARTS, count * many);
    float[] columns = scratch.vector(ASKED, stride * many);
    if (amongProducts) {
      gather(asked, many, columns);
      Arrays.fill(parts, 0, count * many, 0);
      Floats.addProduct(
          new Floats.View(products, 0, 1, count),
          columns,
          0,
          many,
          new Floats.Target(parts, 0, many, count, many),
          stride);
      FloatCholesky.solveRows(matrix, count, parts, many);
      scale(parts, many, false);
    } else {
      for (int j = 0; j < many; j++) {
        int start = factors.start(asked[j]);
        for (int k = 0; k < stride; k++) {
          columns[k * many + j] = factors.values()[start + k];
        }
      }
      FloatCholesky.solveRows(matrix, stride, columns, many);
      Arrays.fill(parts, 0, count * many, 0);
      Floats.addProduct(
          new Floats.View(products, 0, stride, 1),
          columns,
          0,
          many,
          new Floats.Target(parts, 0, many, count, many),
          stride);
      scale(parts, many, true);
    }
    return parts;
  }

  private void scale(float[] parts, int many, boolean weighted) {
    for (int i = 0; i < count; i++) {
      float factor = weighted ? weights[i] * targets[i] : targets[i];
      for (int j = 0; j < many; j++) {
        parts[i * many + j] *= factor;
      }
    }
  }
}
