package io.shelfwise.value.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Comparison;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.purchases.RepeatPurchases;
import io.shelfwise.value.spend.GammaGammaModel;
import io.shelfwise.value.spend.GammaGammaTrainer;
import io.shelfwise.value.spend.RepeatSpend;
import io.shelfwise.value.spend.RevenueStream;
import io.shelfwise.value.spend.SpendSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often and how much together, on CDNOW: what the Python package lifetimes says comes out. Its
 * figures rest on exact times, and on mean values that are rounded to cents.
 */
@Tag("real-data")
class CdnowValueTest {
  /**
   * A customer of the published summary.
   *
   * @param spendAfter what came in the 39 weeks after calibration
   */
  private record Customer(RepeatPurchases purchases, RepeatSpend spend, double spendAfter) {}

  private static final List<Customer> CUSTOMERS = customers();

  private static final PurchaseModel PURCHASES =
      PurchaseModelKind.BG_NBD.fit(PurchaseSample.of(CUSTOMERS.stream().map(Customer::purchases)));

  private static final GammaGammaModel SPEND =
      GammaGammaTrainer.fit(SpendSample.of(CUSTOMERS.stream().map(Customer::spend)));

  /**
   * The peer counts by the month: purchases of a month are paid at its end, and discounted by a
   * monthly rate of 1 %; twelve months of 4.345 weeks are its year. To us that is a stream of
   * monthly revenues.
   */
  @Test
  void comesToThePeersLifetimeValues() {
    double[] values = CUSTOMERS.stream().mapToDouble(CdnowValueTest::yearByTheMonth).toArray();

    double[] firstFive = {36.2809, 4.6413, 8.3446, 8.3446, 8.3446};
    for (int i = 0; i < firstFive.length; i++) {
      assertThat(values[i]).isCloseTo(firstFive[i], within(5e-5));
    }
    assertThat(Arrays.stream(values).sum()).isCloseTo(71_509.14, within(0.01));
  }

  private static double yearByTheMonth(Customer customer) {
    double[] until =
        IntStream.rangeClosed(0, 12)
            .mapToDouble(
                month -> PURCHASES.expectedPurchases(customer.purchases(), month * 4.345, 0))
            .toArray();
    double each = SPEND.expectedValue(customer.spend());
    double[] revenues =
        IntStream.range(0, 12).mapToDouble(i -> each * (until[i + 1] - until[i])).toArray();
    return new RevenueStream(revenues).valueAt(0.01);
  }

  @Test
  void errsInTheHoldoutsSpendByAsMuchAsIsKnown() {
    Accuracy accuracy =
        Comparison.of(
                CUSTOMERS.stream().mapToInt(c -> c.purchases().frequency()).toArray(),
                toArray(Customer::spendAfter),
                toArray(
                    c ->
                        PURCHASES.expectedPurchases(c.purchases(), 39, 0)
                            * SPEND.expectedValue(c.spend())))
            .accuracy();

    assertThat(accuracy.actual()).isCloseTo(70_976.39, within(0.005));
    assertThat(accuracy.expected()).isCloseTo(59_932.6, within(0.1));
    assertThat(accuracy.bias().orElseThrow()).isCloseTo(-.1556, within(5e-5));
    assertThat(accuracy.mae()).isCloseTo(30.41, within(0.005));
    assertThat(accuracy.rmse()).isCloseTo(72.30, within(0.005));
  }

  private static double[] toArray(ToDoubleFunction<Customer> number) {
    return CUSTOMERS.stream().mapToDouble(number).toArray();
  }

  private static List<Customer> customers() {
    List<String[]> exact = rows("cdnow_cal_hold.csv");
    List<String[]> rounded = rows("cdnow_customers_summary_with_transactions.csv");
    return IntStream.range(0, exact.size())
        .mapToObj(i -> customer(exact.get(i), Double.parseDouble(rounded.get(i)[4])))
        .toList();
  }

  private static Customer customer(String[] fields, double mean) {
    int frequency = Integer.parseInt(fields[1]);
    return new Customer(
        new RepeatPurchases(
            frequency, Double.parseDouble(fields[2]), Double.parseDouble(fields[3])),
        new RepeatSpend(frequency, mean),
        Double.parseDouble(fields[6]));
  }

  private static List<String[]> rows(String file) {
    try {
      return Files.readAllLines(Path.of(System.getProperty("shelfwise.data"), "cdnow", file))
          .stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
