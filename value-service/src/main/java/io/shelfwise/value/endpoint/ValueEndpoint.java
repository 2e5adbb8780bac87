package io.shelfwise.value.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.v1.BatchGetCustomerValuesRequest;
import io.shelfwise.value.v1.BatchGetCustomerValuesResponse;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.DiscountRevenueRequest;
import io.shelfwise.value.v1.DiscountRevenueResponse;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.GetValueSummaryRequest;
import io.shelfwise.value.v1.ListAnomaliesRequest;
import io.shelfwise.value.v1.ListAnomaliesResponse;
import io.shelfwise.value.v1.ListCustomerValuesRequest;
import io.shelfwise.value.v1.ListCustomerValuesResponse;
import io.shelfwise.value.v1.ListStageChangesRequest;
import io.shelfwise.value.v1.ListStageChangesResponse;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceImplBase;
import io.shelfwise.value.v1.ValueSummary;
import java.util.List;

/** Serves {@code shelfwise.value.v1.ValueService}. */
public final class ValueEndpoint extends ValueServiceImplBase {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final ResourceName VALUE =
      ResourceName.of("stores/{store}/customers/{customer}/value");
  private static final ResourceName SUMMARY = ResourceName.of("stores/{store}/valueSummary");
  private static final ResourceName MODEL = ResourceName.of("stores/{store}/valueModel");
  private static final int LARGEST_BATCH = 1_000;

  private final CustomerValues values;
  private final ValueLists lists;
  private final ValueSummaries summaries;
  private final StageChangeLists stageChanges;
  private final AnomalyLists anomalies;
  private final ModelFits fits;

  /** The endpoint that answers from these. */
  public ValueEndpoint(
      CustomerValues values,
      ValueLists lists,
      ValueSummaries summaries,
      StageChangeLists stageChanges,
      AnomalyLists anomalies,
      ModelFits fits) {
    this.values = values;
    this.lists = lists;
    this.summaries = summaries;
    this.stageChanges = stageChanges;
    this.anomalies = anomalies;
    this.fits = fits;
  }

  @Override
  public void getCustomerValue(
      GetCustomerValueRequest request, StreamObserver<CustomerValue> observer) {
    reply(
        observer,
        () -> {
          List<String> ids = VALUE.parse("name", request.getName());
          Horizon horizon = values.horizon(request.getHorizonDays());
          return values.get(ids.get(0), ids.get(1), horizon, request.getView());
        });
  }

  @Override
  public void batchGetCustomerValues(
      BatchGetCustomerValuesRequest request,
      StreamObserver<BatchGetCustomerValuesResponse> observer) {
    reply(observer, () -> batch(request));
  }

  private BatchGetCustomerValuesResponse batch(BatchGetCustomerValuesRequest request) {
    String store = STORE.parse("parent", request.getParent()).getFirst();
    if (request.getNamesCount() < 1 || request.getNamesCount() > LARGEST_BATCH) {
      throw ApiException.invalid("names", "have 1 to " + LARGEST_BATCH + " names");
    }
    Horizon horizon = values.horizon(request.getHorizonDays());
    BatchGetCustomerValuesResponse.Builder response = BatchGetCustomerValuesResponse.newBuilder();
    for (String name : request.getNamesList()) {
      List<String> ids = VALUE.parse("names", name);
      if (!ids.getFirst().equals(store)) {
        throw ApiException.invalid("names", "be of the store " + store);
      }
      response.addValues(values.get(store, ids.get(1), horizon, request.getView()));
    }
    return response.build();
  }

  @Override
  public void listCustomerValues(
      ListCustomerValuesRequest request, StreamObserver<ListCustomerValuesResponse> observer) {
    reply(
        observer, () -> lists.list(STORE.parse("parent", request.getParent()).getFirst(), request));
  }

  @Override
  public void getValueSummary(
      GetValueSummaryRequest request, StreamObserver<ValueSummary> observer) {
    reply(observer, () -> summaries.get(SUMMARY.parse("name", request.getName()).getFirst()));
  }

  @Override
  public void getValueModel(GetValueModelRequest request, StreamObserver<ValueModel> observer) {
    reply(observer, () -> fits.inForce(MODEL.parse("name", request.getName()).getFirst()));
  }

  @Override
  public void fitValueModel(FitValueModelRequest request, StreamObserver<ValueModel> observer) {
    reply(observer, () -> fits.fit(MODEL.parse("name", request.getName()).getFirst()));
  }

  @Override
  public void listStageChanges(
      ListStageChangesRequest request, StreamObserver<ListStageChangesResponse> observer) {
    reply(observer, () -> stageChanges.list(request));
  }

  @Override
  public void listAnomalies(
      ListAnomaliesRequest request, StreamObserver<ListAnomaliesResponse> observer) {
    reply(
        observer,
        () -> anomalies.list(STORE.parse("parent", request.getParent()).getFirst(), request));
  }

  @Override
  public void discountRevenue(
      DiscountRevenueRequest request, StreamObserver<DiscountRevenueResponse> observer) {
    reply(observer, () -> Discounts.discount(request));
  }
}
