package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Chunks;
import io.shelfwise.value.numeric.Likelihood;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The log-likelihood of histories of opportunities under BG/BB, and its gradient.
 *
 * <p>A history of n opportunities, of which x were used, the last of them the t_x-th, has the
 * probability
 *
 * <pre>
 *   (α)ₓ (β)ₙ₋ₓ/(α+β)ₙ · (δ)ₙ/(γ+δ)ₙ  +  Σ (α)ₓ (β)ᵢ₋ₓ/(α+β)ᵢ · γ (δ)ᵢ/(γ+δ)ᵢ₊₁,   t_x ≤ i &lt; n
 * </pre>
 *
 * <p>with rising factorials (α)ₓ = α (α+1) … (α+x−1). The first term is that of a customer who is
 * still there at the n-th, the others of one who left after the i-th. All are taken relative to the
 * largest, whose logarithm is known: histories of any length keep their likelihood.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1100.0580">Fader, Hardie, Shang 2010, equation 7</a>
 */
final class BgBbLikelihood implements Likelihood {
  private static final int ALPHA = 0;
  private static final int BETA = 1;
  private static final int GAMMA = 2;
  private static final int DELTA = 3;

  private final PurchaseSample sample;
  private final Opportunities[] histories;
  private final int longest;

  BgBbLikelihood(PurchaseSample sample) {
    this.sample = sample;
    histories =
        IntStream.range(0, sample.rows())
            .mapToObj(sample::customer)
            .map(Opportunities::of)
            .toArray(Opportunities[]::new);
    longest = Arrays.stream(histories).mapToInt(Opportunities::all).max().orElse(0);
  }

  @Override
  public long observations() {
    return sample.customers();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    Terms terms = new Terms(parameters);
    return Chunks.sum(
        histories.length,
        (from, to, slopes) -> {
          double sum = 0;
          for (int row = from; row < to; row++) {
            sum += terms.add(histories[row], sample.weight(row), slopes);
          }
          return sum;
        },
        gradient);
  }

  /** The terms of the likelihood at some parameters. */
  private final class Terms {
    private final double alphaBeta;
    private final double beta;
    private final double gamma;
    private final double delta;
    private final double gammaDelta;
    private final RisingFactorials ofAlpha;
    private final RisingFactorials ofBeta;
    private final RisingFactorials ofAlphaBeta;
    private final RisingFactorials ofDelta;
    private final RisingFactorials ofGammaDelta;

    Terms(double[] parameters) {
      alphaBeta = parameters[ALPHA] + parameters[BETA];
      beta = parameters[BETA];
      gamma = parameters[GAMMA];
      delta = parameters[DELTA];
      gammaDelta = gamma + delta;
      ofAlpha = new RisingFactorials(parameters[ALPHA], longest);
      ofBeta = new RisingFactorials(beta, longest);
      ofAlphaBeta = new RisingFactorials(alphaBeta, longest);
      ofDelta = new RisingFactorials(delta, longest);
      ofGammaDelta = new RisingFactorials(gammaDelta, longest + 1);
    }

    /** Adds the slopes of a history's logarithm, which is returned, as often as it weighs. */
    double add(Opportunities history, double weight, double[] slopes) {
      int x = history.used();
      int n = history.all();
      double logStays = logUsed(x, n) + ofDelta.logarithm(n) - ofGammaDelta.logarithm(n);
      int last = history.last();
      double logLeaves =
          logUsed(x, last)
              + Math.log(gamma)
              + ofDelta.logarithm(last)
              - ofGammaDelta.logarithm(last + 1);
      double top = last < n ? Math.max(logStays, logLeaves) : logStays;
      double stays = Math.exp(logStays - top);
      double sum = stays;
      double byAlphaBeta = stays * ofAlphaBeta.derivative(n);
      double byBeta = stays * ofBeta.derivative(n - x);
      double byGamma = -stays * ofGammaDelta.derivative(n);
      double byDelta = stays * (ofDelta.derivative(n) - ofGammaDelta.derivative(n));
      double leaves = Math.exp(logLeaves - top);
      for (int i = last; i < n; i++) {
        sum += leaves;
        byAlphaBeta += leaves * ofAlphaBeta.derivative(i);
        byBeta += leaves * ofBeta.derivative(i - x);
        byGamma += leaves * (1 / gamma - ofGammaDelta.derivative(i + 1));
        byDelta += leaves * (ofDelta.derivative(i) - ofGammaDelta.derivative(i + 1));
        leaves *= (beta + i - x) * (delta + i) / ((alphaBeta + i) * (gammaDelta + i + 1));
      }
      slopes[ALPHA] += weight * (ofAlpha.derivative(x) - byAlphaBeta / sum);
      slopes[BETA] += weight * (byBeta - byAlphaBeta) / sum;
      slopes[GAMMA] += weight * byGamma / sum;
      slopes[DELTA] += weight * byDelta / sum;
      return weight * (top + Math.log(sum));
    }

    /** ln of (α)ₓ (β)ₙ₋ₓ/(α+β)ₙ: the probability to use just these x of n opportunities. */
    private double logUsed(int x, int n) {
      return ofAlpha.logarithm(x) + ofBeta.logarithm(n - x) - ofAlphaBeta.logarithm(n);
    }
  }
}
