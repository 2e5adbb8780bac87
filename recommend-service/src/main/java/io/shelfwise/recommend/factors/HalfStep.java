package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.algebra.Pieces;
import io.shelfwise.recommend.model.Watch;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Solves for the factors of one side while those of the other are fixed. Every row is a
 * least-squares problem of its own: with the factors {@code q_i} of the columns, the weights {@code
 * w_i} and targets {@code t_i} of the row's entries, and its penalty {@code λ}, the row's factors
 * are
 *
 * <pre>
 * p = W⁻¹ Σ_i w_i t_i q_i      W = a QᵀQ + λ I + Σ_i w_i q_i q_iᵀ
 * </pre>
 *
 * <p>where {@code a} is the weight of everything unobserved; the Gramian {@code QᵀQ} is the same
 * for all rows.
 *
 * @param side the rows
 * @param fixed the factors of the columns
 * @param solved where the factors of the rows are, and where they go
 * @param gramian {@code a QᵀQ}
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record HalfStep(Side side, Factors fixed, Factors solved, float[] gramian) {

  /** The step from these factors. */
  static HalfStep of(Side side, Factors fixed, Factors solved, double unobserved) {
    float[] everywhere = new float[fixed.count()];
    Arrays.fill(everywhere, (float) unobserved);
    return new HalfStep(side, fixed, solved, Gramian.of(fixed, everywhere));
  }

  /** Does it. */
  void run(FactorSettings.Solver solver, Watch watch) {
    if (solver.steps() == 0) {
      Pieces.forEach(side.blocks().size(), () -> watched(new ExactRows(this)::solve, watch));
    } else {
      float[][] preconditioners = Preconditioner.ofAll(this);
      Pieces.forEach(
          side.blocks().size(),
          () ->
              watched(new ConjugateGradients(this, preconditioners, solver.steps())::solve, watch));
    }
  }

  private IntConsumer watched(Consumer<Side.Block> solve, Watch watch) {
    return piece -> {
      watch.check();
      solve.accept(side.blocks().get(piece));
    };
  }
}
