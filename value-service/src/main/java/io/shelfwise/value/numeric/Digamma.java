package io.shelfwise.value.numeric;

/**
 * The derivative of ln Γ, to fifteen digits.
 *
 * <p>Hipparchus' is right to about nine, and jumps by as much where x passes a whole number: enough
 * to blur what a gradient's differences tell of a fit's errors.
 *
 * @see <a href="https://dlmf.nist.gov/5.11#E2">DLMF 5.11.2</a>
 */
public final class Digamma {
  /** From here on so many terms of the asymptotic series are exact. */
  private static final double LARGE = 10;

  /** B₂ₙ/2n for n = 1, 2 … with Bernoulli's numbers. */
  private static final double[] COEFFICIENTS = {
    1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
  };

  private Digamma() {}

  /** ψ(x) for x more than 0: ψ(x+1) − 1/x, and for large x ln x − 1/2x − Σ B₂ₙ/(2n x²ⁿ). */
  public static double of(double x) {
    double shifted = 0;
    double y = x;
    while (y < LARGE) {
      shifted -= 1 / y;
      y++;
    }
    double square = 1 / (y * y);
    double series = 0;
    for (int n = COEFFICIENTS.length - 1; n >= 0; n--) {
      series = (series + COEFFICIENTS[n]) * square;
    }
    return shifted + Math.log(y) - 0.5 / y - series;
  }
}
