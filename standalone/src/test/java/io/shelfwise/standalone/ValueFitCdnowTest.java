package io.shelfwise.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code value fit} finds in CDNOW what was published of it: 2,357 customers, 39 weeks of
 * calibration and 39 weeks after that, as read from the file of the literature.
 */
@Tag("real-data")
class ValueFitCdnowTest {
  private static final String DATA = System.getProperty("shelfwise.data");

  /** The published 1665.50 of Pareto/NBD is that of a fit which stopped a little short. */
  @ParameterizedTest
  @CsvSource({
    "nbd,     -9763.657615, 2929.82,  .5568,  1.04102, 1.85952, .36225",
    "bg-nbd,  -9582.429207, 1653.41, -.1215,  .78545, 1.60798, .23427",
    "mbg-nbd, -9582.135716, 1576.73, -.1622,  .76478, 1.60718, .23144",
    "bg-cnbd-k,  -9582.429207, 1653.41, -.1215,  .78545, 1.60798, .23427",
    "pareto-nbd, -9594.976179, 1665.51, -.1150, .75452, 1.60285, .23774",
    "mbg-cnbd-k, -9582.135716, 1576.73, -.1622,  .76478, 1.60718, .23144",
  })
  void purchaseModelsErrByAsMuchAsIsKnown(
      String model,
      double logLikelihood,
      double expected,
      double bias,
      double mae,
      double rmse,
      double msle) {
    JsonObject json = fit(model);
    JsonObject holdout = json.getAsJsonObject("holdout");

    assertThat(json.get("customers").getAsInt()).isEqualTo(2_357);
    assertThat(json.get("logLikelihood").getAsDouble()).isCloseTo(logLikelihood, within(1e-6));
    assertThat(holdout.get("actual").getAsDouble()).isEqualTo(1_882);
    assertThat(holdout.get("expected").getAsDouble()).isCloseTo(expected, within(0.006));
    assertThat(holdout.get("bias").getAsDouble()).isCloseTo(bias, within(2e-4));
    assertThat(holdout.get("mae").getAsDouble()).isCloseTo(mae, within(1e-5));
    assertThat(holdout.get("rmse").getAsDouble()).isCloseTo(rmse, within(1e-5));
    assertThat(holdout.get("msle").getAsDouble()).isCloseTo(msle, within(1e-5));
  }

  @Test
  void bgNbdIsThePublishedOne() {
    JsonObject json = fit("bg-nbd");
    assertParameter(json, "r", 0.24259453, 0.0125574);
    assertParameter(json, "alpha", 4.413602, 0.378224);
    assertParameter(json, "a", 0.79292197, 0.185732);
    assertParameter(json, "b", 2.4259066, 0.705409);
  }

  /** The published expectation of spend is reckoned with a mean spend of two decimals. */
  @Test
  void gammaGammaIsThePublishedOne() {
    JsonObject json = fit("gamma-gamma");
    assertThat(json.get("customers").getAsInt()).isEqualTo(946);
    assertParameter(json, "p", 6.2495709, 1.19004);
    assertParameter(json, "q", 3.7442251, 0.290131);
    assertParameter(json, "gamma", 15.443527, 4.15937);
    assertThat(json.get("logLikelihood").getAsDouble()).isCloseTo(-4055.917695, within(1e-6));

    JsonObject holdout = json.getAsJsonObject("holdout");
    assertThat(holdout.get("actual").getAsDouble()).isCloseTo(70_976.39, within(1e-6));
    assertThat(holdout.get("expected").getAsDouble()).isCloseTo(59_932.6, within(2.0));
    assertThat(holdout.get("mae").getAsDouble()).isCloseTo(30.41, within(0.01));
    assertThat(holdout.get("rmse").getAsDouble()).isCloseTo(72.30, within(0.01));
  }

  @Test
  void theWholeFileIsReadByItsTitles() {
    JsonObject json =
        run(
            "bg-nbd --columns customer=customer_id,time=date,amount=dollar_value"
                + " --calibrate-until 1997-09-30 --holdout-until 1998-06-30",
            "CDNOW_master.txt");
    assertThat(json.get("customers").getAsInt()).isEqualTo(23_570);
    assertThat(json.get("logLikelihood").getAsDouble()).isCloseTo(-95368.4439, within(1e-4));
    JsonObject holdout = json.getAsJsonObject("holdout");
    assertThat(holdout.get("actual").getAsDouble()).isEqualTo(19_684);
    assertThat(holdout.get("mae").getAsDouble()).isCloseTo(0.81874, within(1e-5));
    assertThat(holdout.get("rmse").getAsDouble()).isCloseTo(1.73291, within(1e-5));
  }

  /** Times of two decimals change the fourth digit. */
  @Test
  void aTableOfCustomersIsReadAsItIs() {
    JsonObject json =
        run(
            "bg-nbd --columns frequency=frequency,recency=recency,age=T",
            "cdnow_customers_summary.csv");
    assertThat(json.get("logLikelihood").getAsDouble()).isCloseTo(-9582.425561, within(1e-6));
    assertThat(json.get("holdout").isJsonNull()).isTrue();

    JsonObject spend =
        run(
            "gamma-gamma --columns frequency=x,amount=zbar",
            "cdnow_customers_summary_with_transactions.csv");
    assertThat(spend.get("logLikelihood").getAsDouble()).isCloseTo(-4055.923244, within(1e-6));
  }

  /** The donations of 11,104 people to a yearly appeal, folded into 22 rows. */
  @Test
  void bgBbIsThePublishedOne() {
    JsonObject json =
        run(
            "bg-bb --columns frequency=frequency,recency=recency,age=periods,weight=weights",
            "donations.csv");
    assertThat(json.get("customers").getAsInt()).isEqualTo(11_104);
    assertThat(json.get("logLikelihood").getAsDouble()).isCloseTo(-33225.581274, within(1e-6));
    assertParameter(json, "alpha", 1.2035226, .0693909);
    assertParameter(json, "beta", .74971646, .0294476);
    assertParameter(json, "gamma", .6567182, .0510092);
    assertParameter(json, "delta", 2.7834419, .320814);
  }

  private static void assertParameter(JsonObject json, String name, double value, double error) {
    assertThat(json.getAsJsonObject("parameters").get(name).getAsDouble())
        .isCloseTo(value, within(2e-5 * value));
    assertThat(json.getAsJsonObject("standardErrors").get(name).getAsDouble())
        .isCloseTo(error, within(1e-4 * error));
  }

  private static JsonObject fit(String model) {
    return run(
        model
            + " --columns customer=2,time=3,amount=5 --time-unit week"
            + " --calibrate-until 1997-09-30 --holdout-until 1998-06-30",
        "CDNOW_sample.txt");
  }

  private static JsonObject run(String modelAndOptions, String file) {
    StringWriter out = new StringWriter();
    String[] arguments =
        ("value fit --json --file " + Path.of(DATA, "cdnow", file) + " --model " + modelAndOptions)
            .split(" ");
    int exitCode = Shelfwise.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
    assertThat(exitCode).isZero();
    return JsonParser.parseString(out.toString()).getAsJsonObject();
  }
}
