package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Chunks;
import io.shelfwise.value.numeric.Likelihood;

/**
 * The log-likelihood of purchase histories under Pareto/NBD, and its gradient.
 *
 * <p>A history of x repeat purchases, the last at t_x, watched until T, has the density
 *
 * <pre>
 *   Γ(r+x)/Γ(r) · α^r β^s · { (α+T)^−(r+x) (β+T)^−s  +  s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du },   t_x &lt; u &lt; T
 * </pre>
 *
 * <p>The first term in the braces is that of a customer who is still there at T, the second that of
 * one who left at u. Papers and packages write the integral as a difference of hypergeometric
 * functions, which cancels, and has a case of its own for α &lt; β and for α &gt; β. Here customers
 * are told apart by what comes next after t_x instead: they {@link ParetoNbdTerms leave}, at
 * whatever time; or they buy, and then not before T. So the density is
 *
 * <pre>
 *   Γ(r+x)/Γ(r) · { leaves(t_x) + buys(T) }
 * </pre>
 *
 * <p>in which all is positive, and each term depends on one of the two times only: in a shop that
 * is watched by the day there are far fewer terms than histories.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison, Colombo 1987</a>
 * @see <a href="http://brucehardie.com/notes/009/">Fader, Hardie 2005: A note on deriving the
 *     Pareto/NBD model</a>
 */
final class ParetoNbdLikelihood implements Likelihood {
  private static final int R = 0;
  private static final int ALPHA = 1;
  private static final int S = 2;
  private static final int BETA = 3;
  private static final int LOGARITHM = 4;
  private static final int WIDTH = 5;

  private final PurchaseSample sample;
  private final FrequencyTimes recencies;
  private final FrequencyTimes ages;

  ParetoNbdLikelihood(PurchaseSample sample) {
    this.sample = sample;
    recencies = FrequencyTimes.recencies(sample);
    ages = FrequencyTimes.ages(sample);
  }

  @Override
  public long observations() {
    return sample.customers();
  }

  @Override
  public double at(double[] parameters, double[] gradient) {
    double[] leaves = terms(parameters, recencies, ParetoNbdTerms::leaves);
    double[] buys = terms(parameters, ages, ParetoNbdTerms::buys);
    RisingFactorials ofR = new RisingFactorials(parameters[R], sample.mostFrequent());
    return Chunks.sum(
        sample.rows(),
        (from, to, slopes) -> {
          double sum = 0;
          for (int row = from; row < to; row++) {
            int x = sample.frequency(row);
            double weight = sample.weight(row);
            int l = recencies.ofRow(row) * WIDTH;
            int b = ages.ofRow(row) * WIDTH;
            double difference = leaves[l + LOGARITHM] - buys[b + LOGARITHM];
            // The smaller share over the larger one, so that nothing overflows.
            double ratio = Math.exp(-Math.abs(difference));
            double w = (difference > 0 ? 1 : ratio) / (1 + ratio);
            double v = (difference > 0 ? ratio : 1) / (1 + ratio);
            sum +=
                weight
                    * (ofR.logarithm(x)
                        + Math.max(leaves[l + LOGARITHM], buys[b + LOGARITHM])
                        + Math.log1p(ratio));
            slopes[R] += weight * (ofR.derivative(x) + w * leaves[l + R] + v * buys[b + R]);
            slopes[ALPHA] += weight * (w * leaves[l + ALPHA] + v * buys[b + ALPHA]);
            slopes[S] += weight * (w * leaves[l + S] + v * buys[b + S]);
            slopes[BETA] += weight * (w * leaves[l + BETA] + v * buys[b + BETA]);
          }
          return sum;
        },
        gradient);
  }

  /** Which of the terms. */
  private interface Term {
    double of(ParetoNbdTerms terms, int frequency, double time);
  }

  /** A term of each frequency and time, its gradient first. */
  private static double[] terms(double[] parameters, FrequencyTimes times, Term term) {
    double[] all = new double[times.pairs() * WIDTH];
    Chunks.forEach(
        times.pairs(),
        (from, to) -> {
          ParetoNbdTerms terms =
              new ParetoNbdTerms(parameters[R], parameters[ALPHA], parameters[S], parameters[BETA]);
          for (int pair = from; pair < to; pair++) {
            int at = pair * WIDTH;
            all[at + LOGARITHM] = term.of(terms, times.frequency(pair), times.time(pair));
            all[at + R] = terms.byR();
            all[at + ALPHA] = terms.byAlpha();
            all[at + S] = terms.byS();
            all[at + BETA] = terms.byBeta();
          }
        });
    return all;
  }
}
