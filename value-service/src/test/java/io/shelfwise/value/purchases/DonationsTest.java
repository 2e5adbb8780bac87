package io.shelfwise.value.purchases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On the data set of the BG/BB paper, 11,104 people who donated in 1995 and were asked again each
 * year, the model finds what was published. 1996 to 2001 are calibration; what came in the five
 * years after that is known by history.
 */
@Tag("real-data")
class DonationsTest {
  /** People who have the same history. */
  private record Donors(RepeatPurchases history, int count, int donationsAfter) {}

  private static final List<Donors> DONORS =
      PurchaseLog.lines("clv-extra", "donations_rf_holdout.csv")
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(
              fields ->
                  new Donors(
                      new RepeatPurchases(
                          Integer.parseInt(fields[0]),
                          Integer.parseInt(fields[1]),
                          Integer.parseInt(fields[2])),
                      Integer.parseInt(fields[3]),
                      Integer.parseInt(fields[4])))
          .toList();

  private static final PurchaseSample SAMPLE =
      PurchaseSample.of(
          DONORS.stream()
              .flatMap(donors -> Collections.nCopies(donors.count(), donors.history()).stream()));

  private static final PurchaseModel FITTED = PurchaseModelKind.BG_BB.fit(SAMPLE);

  @Test
  void findsThePublishedParameters() {
    assertThat(SAMPLE.customers()).isEqualTo(11_104);
    assertThat(SAMPLE.rows()).isEqualTo(22);
    assertThat(FITTED.logLikelihood()).isCloseTo(-33225.581274, within(1e-6));
    double[] values = {1.2035226, .74971646, .6567182, 2.7834419};
    double[] errors = {.0693909, .0294476, .0510092, .320814};
    for (int i = 0; i < values.length; i++) {
      assertThat(FITTED.estimates().value(i) / values[i]).isCloseTo(1, within(1e-6));
      assertThat(FITTED.estimates().standardError(i).orElseThrow() / errors[i])
          .isCloseTo(1, within(3e-5));
    }
    assertThat(new BgBbLikelihood(SAMPLE).at(1.204, .750, .657, 2.783))
        .isCloseTo(-33225.581755, within(1e-6));
  }

  @Test
  void expectsAsManyDonationsAsPublished() {
    assertThat(expectedInFiveYears(DONORS)).isCloseTo(12884.157, within(2e-3));
    assertThat(11_104 * FITTED.probabilityOf(0, RepeatPurchases.NEW, 6))
        .isCloseTo(3454.9, within(0.06));
    assertThat(11_104 * FITTED.probabilityOf(6, RepeatPurchases.NEW, 6))
        .isCloseTo(1253.1, within(0.06));
  }

  @Test
  void expectsByFrequencyWhatWasPublished() {
    double[] actual = {.1743649, .4328031, .8125874, 1.389862, 2.061776, 2.642521, 3.534497};
    double[] expected = {.07286318, .3248841, .7089417, 1.333666, 2.031203, 2.784482, 3.7525};
    assertMeans(actual, expected, RepeatPurchases::frequency);
  }

  @Test
  void expectsByRecencyWhatWasPublished() {
    double[] expected = {.07286318, .0856939, .1798423, .4041111, .8510811, 1.726323, 3.02719};
    assertMeans(new double[0], expected, history -> (int) history.recency());
  }

  /** The published figures rest on parameters that were found to fewer digits. */
  private static void assertMeans(
      double[] actual, double[] expected, ToIntFunction<RepeatPurchases> group) {
    Map<Integer, List<Donors>> groups = new HashMap<>();
    for (Donors donors : DONORS) {
      groups
          .computeIfAbsent(group.applyAsInt(donors.history()), _ -> new ArrayList<>())
          .add(donors);
    }
    for (int i = 0; i < expected.length; i++) {
      List<Donors> members = groups.getOrDefault(i, List.of());
      double count = members.stream().mapToInt(Donors::count).sum();
      assertThat(expectedInFiveYears(members) / count / expected[i]).isCloseTo(1, within(2e-4));
      if (i < actual.length) {
        assertThat(members.stream().mapToInt(Donors::donationsAfter).sum() / count)
            .isCloseTo(actual[i], within(1e-6));
      }
    }
  }

  private static double expectedInFiveYears(List<Donors> donors) {
    return donors.stream()
        .mapToDouble(d -> d.count() * FITTED.expectedPurchases(d.history(), 5, 0))
        .sum();
  }

  @Test
  void tracksTheYears() {
    int[] actual = {5652, 4674, 4019, 3552, 3555, 3163, 3110, 2938, 2703, 2573, 1936};
    double[] published = {
      5535.833, 4717.059, 4147.621, 3724.665, 3395.888, 3131.647, 2913.778, 2730.482, 2573.731,
      2437.854, 2318.727
    };
    List<String> years = PurchaseLog.lines("clv-extra", "donations_annual.csv").skip(1).toList();
    for (int year = 0; year < published.length; year++) {
      double expected =
          11_104
              * (FITTED.expectedPurchases(RepeatPurchases.NEW, year + 1, 0)
                  - FITTED.expectedPurchases(RepeatPurchases.NEW, year, 0));
      assertThat(expected / published[year]).isCloseTo(1, within(2e-4));
      assertThat(years.get(year)).isEqualTo(1996 + year + "," + actual[year]);
    }
  }
}
