package io.shelfwise.recommend.factors;

import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.Watch;

/**
 * Alternating least squares: solves for all customers while the products are fixed, then for all
 * products while the customers are, and again.
 *
 * <p>It makes the loss smaller and smaller:
 *
 * <pre>
 * Σ_observed w (t − p·q)² + a Σ_all (p·q)² + λ (Σ_u (#u + a·#products)^ν |p_u|² + Σ_i (#i + a·#customers)^ν |q_i|²)
 * </pre>
 *
 * @see <a href="https://doi.org/10.1145/3523227.3548486">Rendle, Krichene, Zhang, Koren (2022),
 *     Revisiting the performance of iALS on item recommendation benchmarks</a>
 */
final class Alternation {
  /** How far from 0 the inner products of the first, random factors are. */
  private static final double FIRST_DEVIATION = 0.1;

  private final FactorSettings settings;

  Alternation(FactorSettings settings) {
    this.settings = settings;
  }

  /**
   * Fits factors.
   *
   * @param observed what was observed, a customer a row, a product a column
   * @return the factors of the products; 0 for products without observations
   */
  Factors fit(SparseMatrix observed, Watch watch) {
    Side customers = Side.of(observed, settings);
    Side products = Side.of(observed.transposed(), settings);
    Factors ofCustomers = Factors.zeros(observed.height(), settings.factors());
    Factors ofProducts = first(products);
    for (int iteration = 0; iteration < settings.iterations(); iteration++) {
      watch.progress(iteration / (double) settings.iterations());
      HalfStep.of(customers, ofProducts, ofCustomers, settings.unobserved())
          .run(settings.solver(), watch);
      HalfStep.of(products, ofCustomers, ofProducts, settings.unobserved())
          .run(settings.solver(), watch);
    }
    watch.progress(1);
    return ofProducts;
  }

  private Factors first(Side products) {
    double deviation = FIRST_DEVIATION / Math.sqrt(settings.factors());
    int height = products.observed().height();
    Factors first = Factors.random(height, settings.factors(), deviation, settings.seed());
    for (int product = 0; product < height; product++) {
      if (products.length(product) == 0) {
        first.clear(product);
      }
    }
    return first;
  }
}
