package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.numeric.PowerTail;
import java.util.List;

/**
 * The population that BG/BB describes, and what it lets expect of one of its customers of whom no
 * more is known.
 *
 * @param alpha first shape of the probabilities p ~ Beta(α, β) to use an opportunity
 * @param beta second shape of these
 * @param gamma first shape of the probabilities θ ~ Beta(γ, δ) to leave before an opportunity
 * @param delta second shape of these
 */
public record BgBbParameters(double alpha, double beta, double gamma, double delta) {
  static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta");

  public BgBbParameters {
    Positive.check("alpha", alpha);
    Positive.check("beta", beta);
    Positive.check("gamma", gamma);
    Positive.check("delta", delta);
  }

  /** The parameters that were estimated. */
  static BgBbParameters of(Estimates estimates) {
    return new BgBbParameters(
        estimates.value(0), estimates.value(1), estimates.value(2), estimates.value(3));
  }

  /** The parameters as known ones, without errors. */
  Estimates known() {
    return Estimates.known(NAMES, alpha, beta, gamma, delta);
  }

  /** The probability of still being there at the m-th opportunity: E[(1−θ)^m] = (δ)ₘ/(γ+δ)ₘ. */
  double stays(int m) {
    double stays = 1;
    for (int i = 0; i < m; i++) {
      stays *= (delta + i) / (gamma + delta + i);
    }
    return stays;
  }

  /** Purchases at the next m opportunities: α/(α+β) · Σ (δ)ᵢ/(γ+δ)ᵢ e^(−ρi), i ≤ m. */
  double expectedPurchases(int m, double discountRate) {
    double discount = Math.exp(-discountRate);
    double counts = 1;
    double sum = 0;
    for (int i = 0; i < m; i++) {
      counts *= discount * (delta + i) / (gamma + delta + i);
      sum += counts;
    }
    return alpha / (alpha + beta) * sum;
  }

  /**
   * Purchases for ever: the same sum to infinity. Without a discount, where γ is more than 1, it is
   * δ/(γ−1); with one it is a {@link PowerTail}'s series with z = e^−ρ.
   */
  double expectedPurchasesForever(double discountRate) {
    if (discountRate == 0) {
      return alpha / (alpha + beta) * delta / (gamma - 1);
    }
    PowerTail tail = new PowerTail();
    double a = -Math.expm1(-discountRate);
    tail.at(gamma, delta + 1, a, 1);
    // Where the tail has a/(p+q−1), this series has e^−ρ δ/(γ+δ), and p+q−1 is γ+δ.
    double series = delta * Math.exp(tail.logarithm() - discountRate) / a;
    return alpha / (alpha + beta) * series;
  }

  /**
   * The probability of exactly k purchases at the next m opportunities: of a customer who stays,
   * and of one who leaves after the i-th,
   *
   * <pre>
   *   C(m,k) (α)ₖ (β)ₘ₋ₖ/(α+β)ₘ · (δ)ₘ/(γ+δ)ₘ  +  Σ C(i,k) (α)ₖ (β)ᵢ₋ₖ/(α+β)ᵢ · γ (δ)ᵢ/(γ+δ)ᵢ₊₁,   k ≤ i &lt; m
   * </pre>
   */
  double probabilityOf(int k, int m) {
    if (k > m) {
      return 0;
    }
    // ln of the first two factors times the third of those who stay until the i-th.
    double log = 0;
    for (int i = 0; i < k; i++) {
      log += Math.log((alpha + i) / (alpha + beta + i) * (delta + i) / (gamma + delta + i));
    }
    double sum = 0;
    for (int i = k; i < m; i++) {
      sum += Math.exp(log) * gamma / (gamma + delta + i);
      log +=
          Math.log(
              (i + 1.0)
                  / (i + 1 - k)
                  * (beta + i - k)
                  / (alpha + beta + i)
                  * (delta + i)
                  / (gamma + delta + i));
    }
    return sum + Math.exp(log);
  }
}
