package io.shelfwise.recommend.factors;

/**
 * How factors are fitted.
 *
 * @param feedback what an observation says
 * @param factors how many factors a customer and a product have (K)
 * @param iterations how many times all customers, then all products are solved for
 * @param solver how
 * @param unobserved the weight of what was not observed (a), where the weight of a purchase is 1
 * @param regularization how strongly factors are kept small (λ), at most
 * @param frequencyPower to which power of its frequency a row is regularised (ν)
 * @param seed of the first factors, which are random
 */
public record FactorSettings(
    Feedback feedback,
    int factors,
    int iterations,
    Solver solver,
    double unobserved,
    double regularization,
    double frequencyPower,
    long seed) {
  public FactorSettings {
    atLeast("factors", factors, 1);
    atLeast("iterations", iterations, 1);
    if (!(unobserved >= 0)) {
      throw new IllegalArgumentException("unobserved: " + unobserved + " (expected: >= 0)");
    }
    if (!(regularization > 0)) {
      throw new IllegalArgumentException("regularization: " + regularization + " (expected: > 0)");
    }
    if (!(frequencyPower >= 0)) {
      throw new IllegalArgumentException(
          "frequency-power: " + frequencyPower + " (expected: >= 0)");
    }
  }

  /**
   * How a row is solved for.
   *
   * @param steps how many steps of conjugate gradients are taken; 0 solves exactly, by Cholesky
   */
  public record Solver(int steps) {
    public Solver {
      atLeast("steps", steps, 0);
    }

    /** By Cholesky. */
    public static final Solver EXACT = new Solver(0);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + least + ")");
    }
  }

  /**
   * The regularisation of a row: {@code λ (#entries + a · #columns)^ν}.
   *
   * @param entries how many entries the row has
   * @param columns how many columns have any
   */
  double penalty(int entries, int columns) {
    return regularization * cost(entries, columns);
  }

  /** The same, of a λ of 1. */
  double cost(double entries, int columns) {
    return Math.pow(entries + unobserved * columns, frequencyPower);
  }

  /** The same settings with a λ of at most this. */
  FactorSettings regularizedAtMost(double most) {
    return new FactorSettings(
        feedback,
        factors,
        iterations,
        solver,
        unobserved,
        Math.min(regularization, most),
        frequencyPower,
        seed);
  }
}
