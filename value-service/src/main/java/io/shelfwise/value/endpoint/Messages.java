package io.shelfwise.value.endpoint;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.shelfwise.rpc.CursorDigest;
import io.shelfwise.value.predict.Holdout;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.purchases.BgNbdParameters;
import io.shelfwise.value.spend.GammaGammaParameters;
import io.shelfwise.value.v1.BgNbd;
import io.shelfwise.value.v1.GammaGamma;
import io.shelfwise.value.v1.ValueModel;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Our values as the contract's messages. */
final class Messages {
  private static final long MICROS = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;

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
            .setPurchaseModel(
                purchases(models.purchases().parameters(), models.purchases().logLikelihood()))
            .setSpendModel(spend(models.spend().parameters(), models.spend().logLikelihood()))
            .setFitSeconds(models.took().toNanos() / NANOS_PER_SECOND)
            .setCursor(CursorDigest.of(models.cursor()));
    models.holdout().ifPresent(holdout -> model.setHoldout(holdout(holdout, models.asOfMillis())));
    return model.build();
  }

  private static BgNbd purchases(BgNbdParameters parameters, double logLikelihood) {
    return BgNbd.newBuilder()
        .setR(parameters.r())
        .setAlpha(parameters.alpha())
        .setA(parameters.a())
        .setB(parameters.b())
        .setLogLikelihood(logLikelihood)
        .build();
  }

  private static GammaGamma spend(GammaGammaParameters parameters, double logLikelihood) {
    return GammaGamma.newBuilder()
        .setP(parameters.p())
        .setQ(parameters.q())
        .setGamma(parameters.gamma())
        .setLogLikelihood(logLikelihood)
        .build();
  }

  private static io.shelfwise.value.v1.Holdout holdout(Holdout holdout, long asOfMillis) {
    return io.shelfwise.value.v1.Holdout.newBuilder()
        .setCalibrationEndTime(timestamp(asOfMillis - TimeUnit.DAYS.toMillis(holdout.days())))
        .setHoldoutDays(holdout.days())
        .setCustomerCount(holdout.customers())
        .setActualPurchases(holdout.actualPurchases())
        .setExpectedPurchases(holdout.expectedPurchases())
        .setMae(holdout.mae())
        .setRmse(holdout.rmse())
        .build();
  }
}
