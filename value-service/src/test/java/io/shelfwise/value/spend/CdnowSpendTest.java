package io.shelfwise.value.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On CDNOW Gamma-Gamma finds what was published, and what an independent reference found to more
 * digits. Days are told as the file does, as yyyymmdd.
 */
@Tag("real-data")
class CdnowSpendTest {
  private static final int CALIBRATION_END = 19970930;
  private static final int END = 19980630;
  private static final double[] PUBLISHED = {6.25, 3.74, 15.44};

  @Test
  void findsThePublishedParameters() throws IOException {
    SpendSample sample = SpendSample.of(sample(CALIBRATION_END).stream());
    assertThat(sample.customers()).isEqualTo(946);

    GammaGammaModel model = GammaGammaTrainer.fit(sample);

    assertParameters(model, 1e-6, 6.2495709, 3.7442251, 15.443527);
    assertThat(model.logLikelihood()).isCloseTo(-4055.917695, within(1e-6));
    // Of the analytic second derivatives; the reference's, by differences, agree to five digits.
    double[] errors = {1.19005534, 0.29013307, 4.15942275};
    double[] reference = {1.19004, 0.290131, 4.15937};
    for (int i = 0; i < errors.length; i++) {
      double error = model.estimates().standardError(i).orElseThrow();
      assertThat(error / errors[i]).isCloseTo(1, within(1e-6));
      assertThat(error / reference[i]).isCloseTo(1, within(2e-5));
    }
    assertThat(model.expectedValue(RepeatSpend.NONE)).isCloseTo(35.17037, within(5e-6));
    assertThat(new GammaGammaLikelihood(sample).at(PUBLISHED))
        .isCloseTo(-4055.919232, within(1e-6));
  }

  /** The published summary, whose means are rounded to two decimals. */
  @Test
  void findsTheParametersOfTheRoundedData() throws IOException {
    List<RepeatSpend> customers =
        lines("cdnow_customers_summary_with_transactions.csv")
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(
                fields ->
                    new RepeatSpend(Integer.parseInt(fields[1]), Double.parseDouble(fields[4])))
            .toList();
    SpendSample sample = SpendSample.of(customers.stream());

    GammaGammaModel model = GammaGammaTrainer.fit(sample);

    assertParameters(model, 1e-6, 6.2488019, 3.7445887, 15.447751);
    assertThat(model.logLikelihood()).isCloseTo(-4055.923244, within(1e-6));
    assertThat(model.expectedValue(RepeatSpend.NONE)).isCloseTo(35.17100, within(5e-6));
    assertThat(new GammaGammaLikelihood(sample).at(PUBLISHED))
        .isCloseTo(-4055.924713, within(1e-6));
    double[] firstTen = {
      24.6586, 18.9115, 35.1710, 35.1710, 35.1710, 71.4629, 18.9115, 35.1710, 27.2824, 35.1710
    };
    for (int i = 0; i < firstTen.length; i++) {
      assertThat(model.expectedValue(customers.get(i))).isCloseTo(firstTen[i], within(5e-5));
    }
  }

  @Test
  void findsTheParametersOfAllWeeks() throws IOException {
    SpendSample sample = SpendSample.of(sample(END).stream());
    assertThat(sample.customers()).isEqualTo(1_139);
    assertParameters(GammaGammaTrainer.fit(sample), 1e-6, 4.683453, 4.189783, 24.390553);
  }

  @Test
  void findsTheParametersOfAllCustomers() throws IOException {
    SpendSample sample =
        SpendSample.of(
            customers(lines("CDNOW_master.txt").skip(1), 0, 1, 3, CALIBRATION_END).stream());
    assertThat(sample.customers()).isEqualTo(9_450);

    GammaGammaModel model = GammaGammaTrainer.fit(sample);

    assertParameters(model, 2e-4, 6.27536, 3.62445, 14.98369);
    assertThat(model.logLikelihood()).isCloseTo(-40763.4763, within(1e-4));
  }

  private static Collection<RepeatSpend> sample(int end) throws IOException {
    return customers(lines("CDNOW_sample.txt"), 1, 2, 4, end);
  }

  private static Stream<String> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(System.getProperty("shelfwise.data"), "cdnow", file))
        .stream();
  }

  /** What each customer spent until a day and with it: purchases of one day are one. */
  private static Collection<RepeatSpend> customers(
      Stream<String> lines, int customer, int day, int value, int end) {
    Map<String, TreeMap<Integer, BigDecimal>> spent = new TreeMap<>();
    lines
        .map(line -> line.strip().split("\\s+", -1))
        .filter(fields -> Integer.parseInt(fields[day]) <= end)
        .forEach(
            fields ->
                spent
                    .computeIfAbsent(fields[customer], _ -> new TreeMap<>())
                    .merge(
                        Integer.parseInt(fields[day]),
                        new BigDecimal(fields[value]),
                        BigDecimal::add));
    return spent.values().stream().map(days -> repeats(List.copyOf(days.values()))).toList();
  }

  private static RepeatSpend repeats(List<BigDecimal> days) {
    if (days.size() == 1) {
      return RepeatSpend.NONE;
    }
    BigDecimal sum = days.stream().skip(1).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new RepeatSpend(days.size() - 1, sum.doubleValue() / (days.size() - 1));
  }

  private static void assertParameters(GammaGammaModel model, double tolerance, double... values) {
    for (int i = 0; i < values.length; i++) {
      assertThat(model.estimates().value(i) / values[i]).isCloseTo(1, within(tolerance));
    }
  }
}
