package io.shelfwise.value;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.predict.RefitRule;
import io.shelfwise.value.predict.RegressionTrials;
import io.shelfwise.value.predict.ValueTrainer;
import io.shelfwise.value.purchases.PurchaseModelKind;
import io.shelfwise.value.regress.SpendRegression;
import io.shelfwise.value.regress.SpendRegressions;
import io.shelfwise.value.segment.RfmTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How value-service runs, and how it reckons.
 *
 * @param listen where gRPC is taken: {@code HOST:PORT}, port 0 for a free one
 * @param profileTarget where profile-service is
 * @param recommendTarget where recommend-service is, which has the catalogues
 * @param catalogEvery how often catalogues are read
 * @param dataDirectory where the snapshot lies
 * @param snapshotEvery how often it is written
 * @param drain how long calls are answered after it has told that it will stop
 * @param deadline how long a call may take whose caller did not say
 * @param horizonDays how far ahead lifetime value looks, unless asked otherwise
 * @param discountRate by how much a purchase a year ahead counts less
 * @param purchaseModels the purchase models that are fitted and judged, by their names
 * @param valueRegressions the regressions that compete with them for the value, by their names
 * @param rfm how finely recency, frequency and monetary value are scored: quintiles or quartiles
 * @param minCustomers how many customers must have bought before models are fitted
 * @param minRepeaters how many of them must have bought on more than one day
 * @param holdoutDays how many of the last days a fit is judged on
 * @param refitEvery after what time models are fitted anew, if there are new orders
 * @param refitGrowth at how many times the orders of the last fit they are fitted sooner
 * @param refitPause but not before this time
 * @param fitThreads how many fits run at once
 */
@ConfigurationProperties("shelfwise.value")
public record ValueSettings(
    String listen,
    String profileTarget,
    String recommendTarget,
    Duration catalogEvery,
    String dataDirectory,
    Duration snapshotEvery,
    Duration drain,
    Duration deadline,
    double horizonDays,
    double discountRate,
    List<String> purchaseModels,
    List<String> valueRegressions,
    String rfm,
    int minCustomers,
    int minRepeaters,
    int holdoutDays,
    Duration refitEvery,
    double refitGrowth,
    Duration refitPause,
    int fitThreads) {
  public ValueSettings {
    purchaseModels = List.copyOf(purchaseModels);
    valueRegressions = List.copyOf(valueRegressions);
    if (!snapshotEvery.isPositive()) {
      throw new IllegalArgumentException(
          "shelfwise.value.snapshot-every: " + snapshotEvery + " (expected: more than 0)");
    }
    if (!catalogEvery.isPositive()) {
      throw new IllegalArgumentException(
          "shelfwise.value.catalog-every: " + catalogEvery + " (expected: more than 0)");
    }
    if (fitThreads < 1) {
      throw new IllegalArgumentException(
          "shelfwise.value.fit-threads: " + fitThreads + " (expected: >= 1)");
    }
  }

  Path snapshotPath() {
    return Path.of(dataDirectory).resolve("value.snapshot");
  }

  Horizon horizon() {
    return new Horizon(horizonDays, discountRate);
  }

  /**
   * What makes the models.
   *
   * @param facts what the catalogue of a store says of its products
   */
  ValueTrainer trainer(Function<String, ProductFacts> facts) {
    return new ValueTrainer(
        purchaseModels.stream().map(ValueSettings::kind).toList(),
        new RegressionTrials(
            valueRegressions.stream().map(ValueSettings::regression).toList(), facts),
        minCustomers,
        minRepeaters,
        holdoutDays,
        InstantSource.system());
  }

  private static PurchaseModelKind kind(String name) {
    return PurchaseModelKind.of(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "shelfwise.value.purchase-models: %s (expected: one of %s)"
                        .formatted(
                            name,
                            Arrays.stream(PurchaseModelKind.values())
                                .map(PurchaseModelKind::label)
                                .collect(Collectors.joining(", ")))));
  }

  RfmTable rfmTable() {
    return switch (rfm) {
      case "quintiles" -> RfmTable.QUINTILES;
      case "quartiles" -> RfmTable.QUARTILES;
      default ->
          throw new IllegalArgumentException(
              "shelfwise.value.rfm: " + rfm + " (expected: quintiles or quartiles)");
    };
  }

  private static SpendRegression regression(String name) {
    return SpendRegressions.ALL.stream()
        .filter(regression -> regression.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "shelfwise.value.value-regressions: %s (expected: one of %s)"
                        .formatted(
                            name,
                            SpendRegressions.ALL.stream()
                                .map(SpendRegression::name)
                                .collect(Collectors.joining(", ")))));
  }

  RefitRule refitRule() {
    return new RefitRule(refitEvery, refitGrowth, refitPause);
  }
}
