package io.shelfwise.recommend.algebra;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same with vectors of the processor and without, on factors as they are delivered. */
@State(Scope.Thread)
public class FloatsBenchmark {
  private static final int FACTORS = 128;
  private static final int ROWS = 256;

  /** The kernels that are compared. */
  public enum Kernels {
    /** On the processor's vectors. */
    VECTOR,
    /** One number at a time. */
    SCALAR
  }

  @Param private Kernels kernels = Kernels.VECTOR;

  private final float[] rows = new float[ROWS * FACTORS];
  private final float[] vector = new float[FACTORS];
  private final float[] products = new float[ROWS];
  private final float[] matrix = new float[FACTORS * FACTORS];
  private final float[] sum = new float[FACTORS * FACTORS];
  private final int[] picks = new int[ROWS];

  /** Fills everything with chance. */
  @Setup
  public void fill() {
    Random random = new Random(7);
    fill(rows, random);
    fill(vector, random);
    fill(matrix, random);
    for (int i = 0; i < ROWS; i++) {
      picks[i] = random.nextInt(ROWS);
    }
  }

  private static void fill(float[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
  }

  /** The inner product of two vectors. */
  @Benchmark
  public float dot() {
    return kernels == Kernels.VECTOR
        ? VectorFloats.dot(rows, 0, vector, 0, FACTORS)
        : ScalarFloats.dot(rows, 0, vector, 0, FACTORS);
  }

  /** A vector added to another. */
  @Benchmark
  public float[] addScaled() {
    if (kernels == Kernels.VECTOR) {
      VectorFloats.addScaled(0.5f, rows, 0, products, 0, FACTORS);
    } else {
      ScalarFloats.addScaled(0.5f, rows, 0, products, 0, FACTORS);
    }
    return products;
  }

  /** A vector with each row of a matrix. */
  @Benchmark
  public float[] multiply() {
    if (kernels == Kernels.VECTOR) {
      VectorFloats.multiply(rows, 0, FACTORS, ROWS, vector, 0, FACTORS, products);
    } else {
      ScalarFloats.multiply(rows, 0, FACTORS, ROWS, vector, 0, FACTORS, products);
    }
    return products;
  }

  /** A vector with rows of a matrix that are picked. */
  @Benchmark
  public float[] dots() {
    if (kernels == Kernels.VECTOR) {
      VectorFloats.dots(rows, FACTORS, picks, 0, ROWS, vector, 0, FACTORS, products);
    } else {
      ScalarFloats.dots(rows, FACTORS, picks, 0, ROWS, vector, 0, FACTORS, products);
    }
    return products;
  }

  /** Rows that are picked, added up with factors. */
  @Benchmark
  public float[] addRows() {
    if (kernels == Kernels.VECTOR) {
      VectorFloats.addRows(rows, FACTORS, picks, 0, ROWS, products, sum, 0, FACTORS);
    } else {
      ScalarFloats.addRows(rows, FACTORS, picks, 0, ROWS, products, sum, 0, FACTORS);
    }
    return sum;
  }

  /** The product of two matrices of 128 by 128, added to a third. */
  @Benchmark
  public float[] addProduct() {
    Floats.View left = new Floats.View(matrix, 0, FACTORS, 1);
    Floats.Target target = new Floats.Target(sum, 0, FACTORS, FACTORS, FACTORS);
    if (kernels == Kernels.VECTOR) {
      VectorFloats.addProduct(left, matrix, 0, FACTORS, target, FACTORS);
    } else {
      ScalarFloats.addProduct(left, matrix, 0, FACTORS, target, FACTORS);
    }
    return sum;
  }
}
