package io.shelfwise.value.purchases;

import io.shelfwise.value.numeric.Chunks;
import io.shelfwise.value.numeric.Likelihood;
import io.shelfwise.value.numeric.PowerTail;

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
 * functions, which cancels and has a case of its own for α &lt; β and for α &gt; β. Here the
 * customers are told apart by what comes after t_x instead: they leave, at whatever time; or they
 * buy, and then not before T. Both are integrals of positive functions to infinity,
 *
 * <pre>
 *   { s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du, u &gt; t_x   +   (r+x) ∫ (α+u)^−(r+x+1) (β+u)^−s du, u &gt; T }
 * </pre>
 *
 * <p>and each depends on one of the two times only: a shop that is watched by the day has far fewer
 * of them than histories.
 *
 * @see PowerTail
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
    double r = parameters[R];
    double alpha = parameters[ALPHA];
    double s = parameters[S];
    double beta = parameters[BETA];
    RisingFactorials ofR = new RisingFactorials(r, sample.mostFrequent());
    double[] leaving = leaving(r, alpha, s, beta);
    double[] buying = buying(r, alpha, s, beta);
    double constant = r * Math.log(alpha) + s * Math.log(beta);
    double constantByR = Math.log(alpha);
    double constantByS = Math.log(beta);
    return Chunks.sum(
        sample.rows(),
        (from, to, slopes) -> {
          double sum = 0;
          for (int row = from; row < to; row++) {
            int x = sample.frequency(row);
            double weight = sample.weight(row);
            int l = recencies.ofRow(row) * WIDTH;
            int b = ages.ofRow(row) * WIDTH;
            double logLeaving = leaving[l + LOGARITHM];
            double logBuying = buying[b + LOGARITHM];
            // The smaller share over the larger one, so that nothing overflows.
            double ratio = Math.exp(-Math.abs(logLeaving - logBuying));
            double w = (logLeaving > logBuying ? 1 : ratio) / (1 + ratio);
            double v = (logLeaving > logBuying ? ratio : 1) / (1 + ratio);
            double log = Math.max(logLeaving, logBuying) + Math.log1p(ratio);
            sum += weight * (ofR.logarithm(x) + constant + log);
            slopes[R] +=
                weight * (ofR.derivative(x) + constantByR + w * leaving[l + R] + v * buying[b + R]);
            slopes[ALPHA] += weight * (r / alpha + w * leaving[l + ALPHA] + v * buying[b + ALPHA]);
            slopes[S] += weight * (constantByS + w * leaving[l + S] + v * buying[b + S]);
            slopes[BETA] += weight * (s / beta + w * leaving[l + BETA] + v * buying[b + BETA]);
          }
          return sum;
        },
        gradient);
  }

  /** The first integral of each frequency and recency, as a logarithm, and its gradient. */
  private double[] leaving(double r, double alpha, double s, double beta) {
    double[] tails = new double[recencies.pairs() * WIDTH];
    Chunks.forEach(
        recencies.pairs(),
        (from, to) -> {
          PowerTail tail = new PowerTail();
          for (int pair = from; pair < to; pair++) {
            double time = recencies.time(pair);
            tail.at(r + recencies.frequency(pair), s + 1, alpha + time, beta + time);
            keep(tail, tails, pair * WIDTH);
            tails[pair * WIDTH + S] += 1 / s;
            tails[pair * WIDTH + LOGARITHM] += Math.log(s);
          }
        });
    return tails;
  }

  /** The second integral of each frequency and age, as a logarithm, and its gradient. */
  private double[] buying(double r, double alpha, double s, double beta) {
    double[] tails = new double[ages.pairs() * WIDTH];
    Chunks.forEach(
        ages.pairs(),
        (from, to) -> {
          PowerTail tail = new PowerTail();
          for (int pair = from; pair < to; pair++) {
            double shape = r + ages.frequency(pair);
            double time = ages.time(pair);
            tail.at(shape + 1, s, alpha + time, beta + time);
            keep(tail, tails, pair * WIDTH);
            tails[pair * WIDTH + R] += 1 / shape;
            tails[pair * WIDTH + LOGARITHM] += Math.log(shape);
          }
        });
    return tails;
  }

  private static void keep(PowerTail tail, double[] tails, int at) {
    tails[at + R] = tail.byP();
    tails[at + ALPHA] = tail.byA();
    tails[at + S] = tail.byQ();
    tails[at + BETA] = tail.byB();
    tails[at + LOGARITHM] = tail.logarithm();
  }
}
