package io.shelfwise.gateway.recommend;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.StreamObserver;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.GetCustomerValueRequest;
import io.shelfwise.value.v1.Tier;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Holds every customer for a good one, unless the test says otherwise. */
final class FakeValues extends ValueServiceGrpc.ValueServiceImplBase {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Supplier<CustomerValue> answer =
      () -> CustomerValue.newBuilder().setTier(Tier.TIER_HIGH).build();

  @Override
  public void getCustomerValue(
      GetCustomerValueRequest request, StreamObserver<CustomerValue> observer) {
    asked.add(request.getName());
    reply(observer, answer);
  }

  void answer(Supplier<CustomerValue> answer) {
    this.answer = answer;
  }
}
