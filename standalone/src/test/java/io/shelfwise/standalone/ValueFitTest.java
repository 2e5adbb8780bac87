package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.purchases.PurchaseSample;
import io.shelfwise.value.simulate.BuyerTruth;
import io.shelfwise.value.simulate.SimulatedCustomer;
import io.shelfwise.value.simulate.SimulatedPopulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code value simulate} and {@code value fit}, as they are typed. */
class ValueFitTest {
  private static final int CUSTOMERS = 3_000;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** The file holds times to six decimals of a week and money to four decimals. */
  @Test
  void aFitToAFileFindsWhatTheLibraryFindsInTheSameCustomers() {
    Path file = simulate("sim.csv.gz");

    assertThat(fit(file, "bg-nbd", "--calibrate-until", "39", "--holdout-until", "78", "--json"))
        .isZero();

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    List<SimulatedCustomer> customers = customers();
    PurchaseModel model =
        PurchaseModelKind.BG_NBD.fit(
            PurchaseSample.of(customers.stream().map(SimulatedCustomer::calibration)));
    assertThat(json.keySet())
        .containsExactly(
            "model",
            "customers",
            "parameters",
            "standardErrors",
            "logLikelihood",
            "holdout",
            "fitSeconds",
            "peakMegabytes");
    assertThat(json.get("model").getAsString()).isEqualTo("bg-nbd");
    assertThat(json.get("customers").getAsInt()).isEqualTo(CUSTOMERS);
    model
        .estimates()
        .values()
        .forEach(
            (name, value) ->
                assertThat(json.getAsJsonObject("parameters").get(name).getAsDouble())
                    .isCloseTo(value, within(1e-4 * value)));
    model
        .estimates()
        .standardErrors()
        .forEach(
            (name, error) ->
                assertThat(json.getAsJsonObject("standardErrors").get(name).getAsDouble())
                    .isCloseTo(error, within(1e-3 * error)));
    assertThat(json.get("logLikelihood").getAsDouble())
        .isCloseTo(model.logLikelihood(), within(1e-2));

    JsonObject holdout = json.getAsJsonObject("holdout");
    assertThat(holdout.keySet())
        .containsExactly("actual", "expected", "mae", "rmse", "bias", "msle", "gini");
    double actual = customers.stream().mapToInt(SimulatedCustomer::holdoutPurchases).sum();
    double expected =
        customers.stream()
            .mapToDouble(customer -> model.expectedPurchases(customer.calibration(), 39, 0))
            .sum();
    assertThat(holdout.get("actual").getAsDouble()).isEqualTo(actual);
    assertThat(holdout.get("expected").getAsDouble()).isCloseTo(expected, within(1e-3 * expected));
    assertThat(holdout.get("bias").getAsDouble()).isCloseTo(expected / actual - 1, within(1e-3));
    assertThat(json.get("peakMegabytes").getAsDouble()).isPositive();
  }

  @Test
  void withoutAHoldoutThereIsNone() {
    assertThat(fit(simulate("sim.csv"), "nbd", "--json")).isZero();

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(json.get("holdout").isJsonNull()).isTrue();
  }

  @Test
  void spendIsJudgedByWhatCustomersSpent() {
    Path file = simulate("sim.csv");
    assertThat(
            fit(file, "gamma-gamma", "--calibrate-until", "39", "--holdout-until", "78", "--json"))
        .isZero();

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(json.getAsJsonObject("parameters").keySet()).containsExactly("p", "q", "gamma");
    assertThat(json.getAsJsonObject("holdout").get("actual").getAsDouble())
        .isCloseTo(
            customers().stream().mapToDouble(SimulatedCustomer::holdoutSpend).sum(), within(1.0));
  }

  @Test
  void regularBuyersAreFoundRegular() {
    Path file = folder.resolve("regular.csv");
    assertThat(
            run(
                "value simulate --model mbg-cnbd-k --customers 3000 --parameters k=3 --out "
                    + file))
        .isZero();
    assertThat(fit(file, "mbg-cnbd-k", "--json")).isZero();

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(json.getAsJsonObject("parameters").get("k").getAsInt()).isEqualTo(3);
  }

  @Test
  void customersWhoAreSummedUpAlreadyAreTakenAsTheyAre() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("summary.csv"),
            customers().stream()
                .map(SimulatedCustomer::calibration)
                .map(c -> "%d,%s,%s,2".formatted(c.frequency(), c.recency(), c.age()))
                .reduce("x,t_x,T,n", (rows, row) -> rows + "\n" + row));
    assertThat(
            run(
                "value fit --model bg-nbd --json --columns frequency=x,recency=t_x,age=T,weight=n --file "
                    + file))
        .isZero();

    JsonObject json = JsonParser.parseString(out.toString()).getAsJsonObject();
    PurchaseModel model =
        PurchaseModelKind.BG_NBD.fit(
            PurchaseSample.of(customers().stream().map(SimulatedCustomer::calibration)));
    assertThat(json.get("customers").getAsInt()).isEqualTo(2 * CUSTOMERS);
    assertThat(json.get("logLikelihood").getAsDouble())
        .isCloseTo(2 * model.logLikelihood(), within(1e-3));
  }

  @Test
  void aPersonIsShownTables() {
    Path file = simulate("sim.csv");
    assertThat(fit(file, "bg-nbd", "--calibrate-until", "39", "--holdout-until", "78", "--details"))
        .isZero();
    assertThat(out.toString())
        .contains("bg-nbd, fitted to 3,000 customers", "standard error", "log-likelihood -")
        .contains("holdout", "Gini", "decile", "bought before", "7+");
  }

  @Test
  void theSameSeedWritesTheSameFile() throws IOException {
    Path one = simulate("one.csv");
    Path other = simulate("other.csv");
    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    assertThat(out.toString()).contains("alpha", "4.414", "repeat purchases in calibration");
  }

  @Test
  void aPopulationCanBeWatchedByTheDay() {
    Path file = simulate("days.csv", "--day-resolution");
    assertThat(file).content().contains(",1997-0");
    assertThat(
            fit(
                file,
                "bg-nbd",
                "--calibrate-until",
                "1997-09-30",
                "--holdout-until",
                "1998-06-30",
                "--json"))
        .isZero();
    assertThat(JsonParser.parseString(out.toString()).getAsJsonObject().get("customers").getAsInt())
        .isEqualTo(CUSTOMERS);
  }

  @Test
  void whatIsMisusedExitsWithTwo() {
    Path file = simulate("sim.csv");
    assertMisused(file, "no model", "no-such-model");
    assertMisused(file, "--k: bg-nbd has none", "bg-nbd", "--k", "2");
    assertMisused(file, "--k: 0 (expected: 1 to 100)", "bg-cnbd-k", "--k", "0");
    assertMisused(file, "expected: --calibrate-until", "bg-nbd", "--holdout-until", "78");
    assertMisused(
        file, "must be later", "bg-nbd", "--calibrate-until", "39", "--holdout-until", "38");
    assertMisused(
        file, "expected: a purchase model", "gamma-gamma", "--purchase-model", "gamma-gamma");
    assertThat(run("value simulate --model bg-nbd --customers 9 --parameters s=1 --out " + file))
        .isEqualTo(2);
    assertThat(err.toString()).contains("bg-nbd has no parameter s");
  }

  @Test
  void whatTheDataDoNotGiveExitsWithOne() throws IOException {
    Path file = Files.writeString(folder.resolve("one.csv"), "customer,time\nann,1997-01-01\n");
    assertThat(fit(file, "bg-nbd")).isEqualTo(1);
    assertThat(err.toString())
        .contains("bg-nbd cannot be fitted: no customer has bought on more than one day");
    assertThat(fit(file, "bg-nbd", "--calibrate-until", "1996-12-31")).isEqualTo(1);
    assertThat(err.toString()).contains("nobody had bought by the end of calibration");
    assertThat(fit(file, "bg-nbd", "--time-format", "not a pattern")).isEqualTo(1);
    assertThat(err.toString()).contains("--time-format: not a pattern: ");
    assertThat(fit(file, "gamma-gamma")).isEqualTo(1);
    assertThat(err.toString()).contains("which column holds the amount?");
    assertThat(fit(file, "bg-nbd", "--calibrate-until", "soon")).isEqualTo(1);
    assertThat(err.toString()).contains("--calibrate-until: soon (expected: a time such as");
  }

  private void assertMisused(Path file, String message, String model, String... options) {
    assertThat(fit(file, model, options)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private static List<SimulatedCustomer> customers() {
    return new SimulatedPopulation(BuyerTruth.BG_NBD, SimulatedPopulation.CDNOW_SPENDERS, false, 7)
        .customers(CUSTOMERS)
        .toList();
  }

  private Path simulate(String name, String... options) {
    Path file = folder.resolve(name);
    String[] all =
        Stream.concat(
                Stream.of(
                    ("value simulate --model bg-nbd --seed 7 --customers " + CUSTOMERS).split(" ")),
                Stream.concat(Stream.of("--out", file.toString()), Stream.of(options)))
            .toArray(String[]::new);
    assertThat(run(all)).isZero();
    return file;
  }

  private int fit(Path file, String model, String... options) {
    return run(
        Stream.concat(
                Stream.of("value", "fit", "--file", file.toString(), "--model", model),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private int run(String line) {
    return run(line.split(" "));
  }

  /** What the command prints is in {@link #out} and {@link #err}. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Shelfwise.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
