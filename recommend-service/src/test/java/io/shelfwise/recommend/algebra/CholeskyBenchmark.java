package io.shelfwise.recommend.algebra;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a customer's factors are solved for with: a system of 64 unknowns. */
@State(Scope.Thread)
public class CholeskyBenchmark {
  private static final int SIZE = 64;

  private final float[] matrix = new float[SIZE * SIZE];
  private final float[] work = new float[SIZE * SIZE];
  private final float[] solution = new float[SIZE];

  /** A symmetric matrix that is far from singular. */
  @Setup
  public void fill() {
    Random random = new Random(7);
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i * SIZE + j] = random.nextFloat() / SIZE;
        matrix[j * SIZE + i] = matrix[i * SIZE + j];
      }
      matrix[i * SIZE + i] = 2;
      solution[i] = random.nextFloat();
    }
  }

  /** The matrix taken apart. */
  @Benchmark
  public float[] decompose() {
    System.arraycopy(matrix, 0, work, 0, work.length);
    FloatCholesky.decompose(work, SIZE, SIZE);
    return work;
  }

  /** The matrix taken apart, and the system solved. */
  @Benchmark
  public float[] decomposeAndSolve() {
    System.arraycopy(matrix, 0, work, 0, work.length);
    FloatCholesky.decompose(work, SIZE, SIZE);
    FloatCholesky.solve(work, SIZE, SIZE, solution, 0);
    return solution;
  }
}
