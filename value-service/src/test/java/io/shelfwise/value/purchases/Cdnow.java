package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.judge.Comparison;
import java.time.LocalDate;

/** CDNOW, the data set of the papers: 39 weeks to fit models to, and as many to judge them by. */
final class Cdnow {
  static final LocalDate FIRST_DAY = LocalDate.of(1997, 1, 1);
  static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  static final LocalDate END = LocalDate.of(1998, 6, 30);

  /** The tenth of its customers that the literature works with. */
  static final PurchaseLog LOG = PurchaseLog.cdnowSample();

  static final PurchaseSample SAMPLE = LOG.sample(CALIBRATION_END);

  /** The published summary, whose times are rounded to two decimals. */
  static final PurchaseSample ROUNDED =
      PurchaseSample.of(
          PurchaseLog.lines("cdnow", "cdnow_customers_summary.csv")
              .skip(1)
              .map(line -> line.split(",", -1))
              .map(
                  fields ->
                      new RepeatPurchases(
                          Integer.parseInt(fields[1]),
                          Double.parseDouble(fields[2]),
                          Double.parseDouble(fields[3]))));

  private Cdnow() {}

  /** How many of its customers are still there at the end of calibration. */
  static double active(PurchaseModel model) {
    return LOG.until(CALIBRATION_END).stream().mapToDouble(model::activeProbability).sum();
  }

  /** What a model expects after calibration, beside what came. */
  static Comparison holdout(PurchaseLog log, PurchaseModel model) {
    return log.holdout(model, CALIBRATION_END, END);
  }

  /**
   * A fit is as likely as a reference's, and its parameters are those, as far as the reference
   * searched.
   */
  static void assertFound(
      PurchaseModel model, double logLikelihood, double tolerance, double... parameters) {
    assertThat(model.logLikelihood()).isCloseTo(logLikelihood, within(tolerance));
    for (int i = 0; i < parameters.length; i++) {
      assertThat(model.estimates().value(i) / parameters[i]).isCloseTo(1, within(2e-5));
    }
  }
}
