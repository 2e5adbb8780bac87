package io.shelfwise.recommend.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.factors.FactorSettings.Solver;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleSupplier;
import org.apache.mahout.math.DenseVector;
import org.apache.mahout.math.SequentialAccessSparseVector;
import org.apache.mahout.math.Vector;
import org.apache.mahout.math.als.AlternatingLeastSquaresSolver;
import org.apache.mahout.math.als.ImplicitFeedbackAlternatingLeastSquaresSolver;
import org.apache.mahout.math.map.OpenIntObjectHashMap;
import org.junit.jupiter.api.Test;

/** On random observations and random fixed factors. */
class HalfStepTest {
  private static final int ROWS = 60;
  private static final int COLUMNS = 45;
  private static final int K = 10;
  private static final double UNOBSERVED = 0.2;
  private static final double WEIGHT = 0.7;
  private static final double ROUNDING = 1e-4;

  private final Random random = Chance.random();
  private final Factors fixed = Factors.random(COLUMNS, K, 0.5, 1);

  /**
   * Mahout gives weight 1 to the unobserved and {@code 1 + α r} to a rating {@code r}, which it
   * wants to be 1. That is our loss in the unit of {@code a}, with {@code α r = w/a}, but that the
   * rating's own unit weight wants 1 too, not 0: the solution is {@code 1 + a/w} times ours.
   */
  @Test
  void implicitRowsAreSolvedAsMahoutSolvesThem() {
    SparseMatrix observed = observed(() -> WEIGHT);
    FactorSettings settings = settings(Feedback.IMPLICIT, UNOBSERVED);
    Factors exact = solved(observed, settings, Solver.EXACT);
    OpenIntObjectHashMap<Vector> columns = new OpenIntObjectHashMap<>();
    for (int column = 0; column < COLUMNS; column++) {
      columns.put(column, vector(fixed, column));
    }
    for (int row = 0; row < ROWS; row++) {
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      if (from == to) {
        continue;
      }
      Vector ratings = new SequentialAccessSparseVector(COLUMNS);
      for (int e = from; e < to; e++) {
        ratings.set(observed.columns()[e], 1);
      }
      double lambda = settings.penalty(to - from, COLUMNS) / UNOBSERVED;
      Vector theirs =
          new ImplicitFeedbackAlternatingLeastSquaresSolver(
                  K, lambda, WEIGHT / UNOBSERVED, columns, 1)
              .solve(ratings);
      assertSame(exact, row, theirs.divide(1 + UNOBSERVED / WEIGHT));
    }
  }

  /** Mahout takes the regularisation times the number of ratings, as we do with ν = 1. */
  @Test
  void explicitRowsAreSolvedAsMahoutSolvesThem() {
    SparseMatrix observed = observed(random::nextGaussian);
    FactorSettings settings = settings(Feedback.EXPLICIT, 0);
    Factors exact = solved(observed, settings, Solver.EXACT);
    for (int row = 0; row < ROWS; row++) {
      List<Vector> columns = new ArrayList<>();
      int from = observed.starts()[row];
      int to = observed.starts()[row + 1];
      Vector ratings = new DenseVector(to - from);
      for (int e = from; e < to; e++) {
        columns.add(vector(fixed, observed.columns()[e]));
        ratings.set(e - from, observed.values()[e]);
      }
      if (from < to) {
        double lambda = settings.regularization();
        assertSame(exact, row, AlternatingLeastSquaresSolver.solve(columns, ratings, lambda, K));
      }
    }
  }

  /**
   * After as many steps as there are factors, conjugate gradients are exact, also for aversions.
   */
  @Test
  void conjugateGradientsComeToTheExactSolution() {
    for (Feedback feedback : Feedback.values()) {
      SparseMatrix observed =
          observed(() -> (0.1 + random.nextDouble()) * (random.nextInt(4) == 0 ? -1 : 1));
      FactorSettings settings = settings(feedback, UNOBSERVED);
      Factors exact = solved(observed, settings, Solver.EXACT);
      Factors near = solved(observed, settings, new Solver(K));
      for (int row = 0; row < ROWS; row++) {
        assertSame(near, row, vector(exact, row));
      }
    }
  }

  @Test
  void theSolutionDoesNotDependOnTheNumberOfThreads() {
    SparseMatrix observed = observed(random::nextDouble);
    FactorSettings settings = settings(Feedback.IMPLICIT, UNOBSERVED);
    for (Solver solver : List.of(Solver.EXACT, new Solver(2))) {
      float[] alone;
      float[] together;
      try (ForkJoinPool one = new ForkJoinPool(1);
          ForkJoinPool four = new ForkJoinPool(4)) {
        alone = one.submit(() -> solved(observed, settings, solver)).join().values();
        together = four.submit(() -> solved(observed, settings, solver)).join().values();
      }
      assertThat(together).containsExactly(alone);
    }
  }

  @Test
  void aRowWithoutEntriesStaysAsItWas() {
    SparseMatrix observed = new SparseMatrix(COLUMNS, new int[] {0, 0}, new int[0], new float[0]);
    Factors solved = Factors.random(1, K, 1, 4711);
    float[] before = solved.values().clone();
    FactorSettings settings = settings(Feedback.IMPLICIT, UNOBSERVED);
    HalfStep.of(Side.of(observed, settings), fixed, solved, UNOBSERVED)
        .run(new Solver(1), Watch.NONE);
    assertThat(solved.values()).containsExactly(before);
  }

  @Test
  void itEndsWhenNoOneWantsItAnyMore() {
    Watch ended =
        new Watch() {
          @Override
          public boolean cancelled() {
            return true;
          }

          @Override
          public void progress(double part) {}
        };
    FactorSettings settings = settings(Feedback.IMPLICIT, UNOBSERVED);
    HalfStep half =
        HalfStep.of(
            Side.of(observed(() -> 1), settings), fixed, Factors.zeros(ROWS, K), UNOBSERVED);
    assertThatThrownBy(() -> half.run(new Solver(1), ended))
        .isInstanceOf(CancellationException.class);
  }

  private Factors solved(SparseMatrix observed, FactorSettings settings, Solver solver) {
    Factors solved = Factors.zeros(ROWS, K);
    HalfStep.of(Side.of(observed, settings), fixed, solved, settings.unobserved())
        .run(solver, Watch.NONE);
    return solved;
  }

  private static FactorSettings settings(Feedback feedback, double unobserved) {
    return new FactorSettings(feedback, K, 1, Solver.EXACT, unobserved, 0.05, 1, 4711);
  }

  /** Rows of 0 to 39 entries. */
  private SparseMatrix observed(DoubleSupplier value) {
    SparseMatrix.Builder observed = new SparseMatrix.Builder();
    for (int row = 0; row < ROWS; row++) {
      int entries = random.nextInt(40);
      for (int column = 0; column < COLUMNS; column++) {
        if (random.nextInt(COLUMNS) < entries) {
          observed.add(column, value.getAsDouble());
        }
      }
      observed.endRow();
    }
    return observed.build(COLUMNS);
  }

  private static Vector vector(Factors factors, int row) {
    Vector vector = new DenseVector(K);
    for (int k = 0; k < K; k++) {
      vector.set(k, factors.values()[factors.start(row) + k]);
    }
    return vector;
  }

  private static void assertSame(Factors ours, int row, Vector theirs) {
    for (int k = 0; k < K; k++) {
      assertThat((double) ours.values()[ours.start(row) + k])
          .isCloseTo(theirs.get(k), within(ROUNDING));
    }
  }
}
