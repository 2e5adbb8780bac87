package io.shelfwise.value.endpoint;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.rpc.CursorDigest;
import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.predict.Holdout;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.v1.FittedModel;
import io.shelfwise.value.v1.Judgement;
import io.shelfwise.value.v1.Parameter;
import io.shelfwise.value.v1.ValueModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Our values as the contract's messages. */
final class Messages {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String BG_NBD = "bg-nbd";

  private Messages() {}

  static Money money(String currency, long micros) {
    return Money.newBuilder()
        .setCurrencyCode(currency)
        .setUnits(micros / MICROS)
        .setNanos((int) (micros % MICROS) * NANOS_PER_MICRO)
        .build();
  }

  static Timestamp timestamp(long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  static ValueModel model(String store, ValueModels models) {
    ValueModel.Builder model =
        ValueModel.newBuilder()
            .setName("stores/" + store + "/valueModel")
            .setFitTime(timestamp(models.fitMillis()))
            .setAsOfTime(timestamp(models.asOfMillis()))
            .setCustomerCount(models.customers())
            .setRepeatCustomerCount(models.repeaters())
            .addPurchaseModels(
                fitted(
                        models.purchases().kind().label(),
                        models.purchases().estimates(),
                        models.purchases().logLikelihood())
                    .setRegularity(models.purchases().fit().regularity()))
            .setPurchaseModel(BG_NBD)
            .setLifecycleModel(BG_NBD)
            .setValueModel(BG_NBD + "+gamma-gamma")
            .setSpendModel(
                fitted("gamma-gamma", models.spend().estimates(), models.spend().logLikelihood()))
            .setFitSeconds(models.took().toNanos() / NANOS_PER_SECOND)
            .setCursor(CursorDigest.of(models.cursor()));
    models
        .holdout()
        .ifPresent(
            holdout ->
                model
                    .setCalibrationEndTime(
                        timestamp(models.asOfMillis() - TimeUnit.DAYS.toMillis(holdout.days())))
                    .setHoldoutDays(holdout.days())
                    .addPurchaseJudgements(judgement(holdout)));
    return model.build();
  }

  private static FittedModel.Builder fitted(
      String model, Estimates estimates, double logLikelihood) {
    FittedModel.Builder fitted =
        FittedModel.newBuilder().setModel(model).setLogLikelihood(logLikelihood);
    List<Double> covariances = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      Parameter.Builder parameter =
          Parameter.newBuilder().setName(estimates.names().get(i)).setValue(estimates.value(i));
      estimates.standardError(i).ifPresent(parameter::setStandardError);
      fitted.addParameters(parameter);
      for (int j = 0; j < estimates.size(); j++) {
        estimates.covariance(i, j).ifPresent(covariances::add);
      }
    }
    if (covariances.size() == estimates.size() * estimates.size()) {
      fitted.addAllCovariances(covariances);
    }
    return fitted;
  }

  private static Judgement judgement(Holdout holdout) {
    return Judgement.newBuilder()
        .setModel(BG_NBD)
        .setCustomerCount(holdout.customers())
        .setActual(holdout.actualPurchases())
        .setExpected(holdout.expectedPurchases())
        .setMae(holdout.mae())
        .setRmse(holdout.rmse())
        .build();
  }
}
