package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.rpc.CursorDigest;
import io.shelfwise.value.judge.Accuracy;
import io.shelfwise.value.judge.Decile;
import io.shelfwise.value.judge.FrequencyGroup;
import io.shelfwise.value.judge.Tracking;
import io.shelfwise.value.numeric.Estimates;
import io.shelfwise.value.predict.Judgements;
import io.shelfwise.value.predict.Provenance;
import io.shelfwise.value.predict.ValueModels;
import io.shelfwise.value.purchases.PurchaseModel;
import io.shelfwise.value.regress.SpendRegressor;
import io.shelfwise.value.v1.FittedModel;
import io.shelfwise.value.v1.FrequencyRow;
import io.shelfwise.value.v1.Judgement;
import io.shelfwise.value.v1.Parameter;
import io.shelfwise.value.v1.TrackedWeek;
import io.shelfwise.value.v1.ValueModel;
import java.util.concurrent.TimeUnit;

/** A store's models as the contract's message. */
final class ModelMessages {
  private static final double NANOS_PER_SECOND = 1e9;

  private ModelMessages() {}

  static ValueModel model(String store, ValueModels models) {
    Provenance provenance = models.provenance();
    ValueModel.Builder model =
        ValueModel.newBuilder()
            .setName("stores/" + store + "/valueModel")
            .setFitTime(timestamp(provenance.fitMillis()))
            .setAsOfTime(timestamp(provenance.asOfMillis()))
            .setCustomerCount(provenance.customers())
            .setRepeatCustomerCount(provenance.repeaters())
            .setFitSeconds(provenance.took().toNanos() / NANOS_PER_SECOND)
            .setCursor(CursorDigest.of(provenance.cursor()))
            .setSpendModel(
                fitted("gamma-gamma", models.spend().estimates(), models.spend().logLikelihood()))
            .setPurchaseModel(models.purchases().kind().label())
            .setLifecycleModel(models.lifecycle().kind().label())
            .setValueModel(models.valueModel())
            .putAllRefusals(models.refusals());
    models.regressor().map(SpendRegressor::importances).ifPresent(model::putAllFeatureImportances);
    models.fitted().forEach(purchases -> model.addPurchaseModels(fitted(purchases)));
    models
        .judgements()
        .ifPresent(judgements -> addJudgements(model, judgements, provenance.asOfMillis()));
    return model.build();
  }

  private static FittedModel fitted(PurchaseModel model) {
    return fitted(model.kind().label(), model.estimates(), model.logLikelihood()).toBuilder()
        .setRegularity(model.fit().regularity())
        .build();
  }

  private static FittedModel fitted(String name, Estimates estimates, double logLikelihood) {
    FittedModel.Builder fitted =
        FittedModel.newBuilder().setModel(name).setLogLikelihood(logLikelihood);
    for (int i = 0; i < estimates.size(); i++) {
      Parameter.Builder parameter =
          Parameter.newBuilder().setName(estimates.names().get(i)).setValue(estimates.value(i));
      estimates.standardError(i).ifPresent(parameter::setStandardError);
      fitted.addParameters(parameter);
    }
    if (estimates.standardErrors().size() == estimates.size()) {
      for (int i = 0; i < estimates.size(); i++) {
        for (int j = 0; j < estimates.size(); j++) {
          fitted.addCovariances(estimates.covariance(i, j).orElseThrow());
        }
      }
    }
    return fitted.build();
  }

  private static void addJudgements(
      ValueModel.Builder model, Judgements judgements, long asOfMillis) {
    model
        .setCalibrationEndTime(timestamp(asOfMillis - TimeUnit.DAYS.toMillis(judgements.days())))
        .setHoldoutDays(judgements.days());
    judgements.purchases().forEach(one -> model.addPurchaseJudgements(judgement(one)));
    judgements.values().forEach(one -> model.addValueJudgements(judgement(one)));
    for (Tracking.Period week : judgements.tracking().periods()) {
      model.addTracking(
          TrackedWeek.newBuilder()
              .setEndTime(timestamp(endOfDay(judgements.firstDay() + (int) week.end() - 1)))
              .setActual(week.actual())
              .setExpected(week.expected())
              .setCumulativeActual(week.actualSoFar())
              .setCumulativeExpected(week.expectedSoFar()));
    }
    for (FrequencyGroup group : judgements.frequencies()) {
      model.addFrequencyRows(
          FrequencyRow.newBuilder()
              .setFrequency(group.frequency())
              .setCustomerCount(group.customers())
              .setActualMean(group.actualMean())
              .setExpectedMean(group.expectedMean()));
    }
  }

  private static long endOfDay(int day) {
    return TimeUnit.DAYS.toMillis(day + 1L);
  }

  private static Judgement judgement(io.shelfwise.value.predict.Judgement judgement) {
    Accuracy accuracy = judgement.accuracy();
    Judgement.Builder message =
        Judgement.newBuilder()
            .setModel(judgement.model())
            .setCustomerCount(accuracy.customers())
            .setActual(accuracy.actual())
            .setExpected(accuracy.expected())
            .setMae(accuracy.mae())
            .setRmse(accuracy.rmse())
            .setMsle(accuracy.msle());
    accuracy.bias().ifPresent(message::setBias);
    accuracy.gini().ifPresent(message::setNormalizedGini);
    for (Decile decile : judgement.deciles()) {
      message.addDeciles(
          io.shelfwise.value.v1.Decile.newBuilder()
              .setCustomerCount(decile.customers())
              .setActualMean(decile.actualMean())
              .setExpectedMean(decile.expectedMean()));
    }
    return message.build();
  }
}
