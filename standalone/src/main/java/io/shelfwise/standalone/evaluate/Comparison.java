package io.shelfwise.standalone.evaluate;

import io.shelfwise.recommend.evaluate.MeasureAt;
import io.shelfwise.recommend.evaluate.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far every recommender is from one of them, and whether by more than chance.
 *
 * @param best with whom the others are compared
 * @param measure by what
 * @param against the others, in the order of the verdicts
 */
record Comparison(String best, MeasureAt measure, List<Against> against) {
  /**
   * How far one is.
   *
   * @param recommender which
   * @param difference the mean of the best less its own
   * @param pValue of the paired randomisation test
   * @param corrected that by Holm's rule, for as many comparisons as there are
   */
  record Against(String recommender, double difference, double pValue, double corrected) {}

  /** With the blend, if there is one; else with the best. */
  static Comparison of(List<Verdict> verdicts, MeasureAt measure, PairedTest test) {
    Verdict best =
        verdicts.stream()
            .filter(verdict -> verdict.recommender().equals(Verdict.BLEND))
            .findFirst()
            .orElseGet(
                () ->
                    verdicts.stream()
                        .min(
                            Comparator.comparing(
                                verdict -> verdict.judgement().mean(measure),
                                measure.measure().bestFirst()))
                        .orElseThrow());
    List<Verdict> others =
        verdicts.stream()
            .filter(verdict -> !verdict.recommender().equals(best.recommender()))
            .toList();
    double[] own = best.judgement().counted(measure);
    List<Double> pValues =
        others.stream().map(other -> test.pValue(own, other.judgement().counted(measure))).toList();
    List<Double> corrected = PairedTest.holm(pValues);
    List<Against> against = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      double difference = best.judgement().mean(measure) - others.get(i).judgement().mean(measure);
      against.add(
          new Against(others.get(i).recommender(), difference, pValues.get(i), corrected.get(i)));
    }
    return new Comparison(best.recommender(), measure, List.copyOf(against));
  }
}
