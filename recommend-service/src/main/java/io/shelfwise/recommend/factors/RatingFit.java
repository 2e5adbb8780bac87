package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;

/**
 * Fits {@code mean + b_u + b_i + p_u·q_i} to stars, by how much a customer and a product are above
 * the mean of all and by their factors. The squared error of the stars that were given is made
 * small, and {@code λ (Σ_u #u^ν (b_u² + |p_u|²) + Σ_i #i^ν (b_i² + |q_i|²))} with it.
 *
 * <p>What a row is above the mean is a factor of its own, the last, whose counterpart is 1: so it
 * is solved for together with the others.
 *
 * @param mean the mean of all stars
 * @param above by how much each product is above it
 * @param products the factors of the products, and 1 for the last
 */
@SuppressWarnings("ArrayRecordComponent") // for kernels; compared by no one
record RatingFit(float mean, float[] above, Factors products) {

  /** Fits to the stars of customers, one a row, for products, one a column. */
  static RatingFit of(SparseMatrix stars, FactorSettings settings, Watch watch) {
    SparseMatrix byProduct = stars.transposed();
    float mean = mean(stars);
    int width = settings.factors() + 1;
    double deviation = 1 / Math.sqrt(settings.factors());
    Factors customers = Factors.zeros(stars.height(), width);
    Factors products = Factors.random(stars.width(), width, deviation, settings.seed());
    float[] above = new float[stars.width()];
    for (int iteration = 0; iteration < settings.iterations(); iteration++) {
      watch.progress(iteration / (double) settings.iterations());
      solve(less(stars, mean, above), withOnes(products), customers, settings, watch);
      float[] customersAbove = last(customers);
      solve(less(byProduct, mean, customersAbove), withOnes(customers), products, settings, watch);
      above = last(products);
    }
    watch.progress(1);
    return new RatingFit(mean, above, withOnes(products));
  }

  private static float mean(SparseMatrix stars) {
    double sum = 0;
    for (float given : stars.values()) {
      sum += given;
    }
    return (float) (sum / Math.max(1, stars.entries()));
  }

  private static void solve(
      SparseMatrix residuals, Factors fixed, Factors solved, FactorSettings settings, Watch watch) {
    HalfStep.of(Side.of(residuals, settings), fixed, solved, settings.unobserved())
        .run(settings.solver(), watch);
  }

  /** By how much stars are above the mean and what the columns are above it. */
  static SparseMatrix less(SparseMatrix stars, float mean, float[] above) {
    float[] residuals = stars.values().clone();
    for (int e = 0; e < residuals.length; e++) {
      residuals[e] -= mean + above[stars.columns()[e]];
    }
    return new SparseMatrix(stars.width(), stars.starts(), stars.columns(), residuals);
  }

  private static float[] last(Factors factors) {
    float[] last = new float[factors.count()];
    for (int row = 0; row < last.length; row++) {
      last[row] = factors.values()[factors.start(row) + factors.width() - 1];
    }
    return last;
  }

  private static Factors withOnes(Factors factors) {
    Factors with = new Factors(factors.count(), factors.width(), factors.values().clone());
    for (int row = 0; row < factors.count(); row++) {
      with.values()[with.start(row) + with.width() - 1] = 1;
    }
    return with;
  }
}
