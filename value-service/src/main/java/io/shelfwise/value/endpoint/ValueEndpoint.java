package io.shelfwise.value.endpoint;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.rpc.ResourceName;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.FitValueModelRequest;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.GetValueModelRequest;
import io.shelfwise.value.v1.ValueModel;
import io.shelfwise.value.v1.ValueServiceGrpc.ValueServiceImplBase;
import java.util.List;

/** Serves {@code shelfwise.value.v1.ValueService}. */
public final class ValueEndpoint extends ValueServiceImplBase {
  private static final ResourceName VALUE =
      ResourceName.of("stores/{store}/customers/{customer}/value");
  private static final ResourceName MODEL = ResourceName.of("stores/{store}/valueModel");

  private final CustomerValues values;
  private final ModelFits fits;

  /** The endpoint that answers from these. */
  public ValueEndpoint(CustomerValues values, ModelFits fits) {
    this.values = values;
    this.fits = fits;
  }

  @Override
  public void getCustomerValue(
      GetCustomerValueRequest request, StreamObserver<CustomerValue> observer) {
    reply(
        observer,
        () -> {
          List<String> ids = VALUE.parse("name", request.getName());
          return values.get(ids.get(0), ids.get(1), request.getHorizonDays());
        });
  }

  @Override
  public void getValueModel(GetValueModelRequest request, StreamObserver<ValueModel> observer) {
    reply(observer, () -> fits.inForce(MODEL.parse("name", request.getName()).getFirst()));
  }

  @Override
  public void fitValueModel(FitValueModelRequest request, StreamObserver<ValueModel> observer) {
    reply(observer, () -> fits.fit(MODEL.parse("name", request.getName()).getFirst()));
  }
}
