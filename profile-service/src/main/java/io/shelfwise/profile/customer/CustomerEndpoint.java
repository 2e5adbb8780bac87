package io.shelfwise.profile.customer;

import static io.shelfwise.rpc.Replies.reply;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.CustomerServiceGrpc.CustomerServiceImplBase;
import io.shelfwise.customer.v1.EraseCustomerRequest;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.customer.v1.ListCustomerEventsResponse;
import io.shelfwise.customer.v1.UpdateCustomerRequest;

/** Serves the customers. */
public final class CustomerEndpoint extends CustomerServiceImplBase {
  private final RedisCustomers customers;
  private final RedisHistory history;
  private final RedisErasure erasure;

  /** Serves these. */
  public CustomerEndpoint(RedisCustomers customers, RedisHistory history, RedisErasure erasure) {
    this.customers = customers;
    this.history = history;
    this.erasure = erasure;
  }

  @Override
  public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> observer) {
    reply(observer, () -> customers.get(CustomerName.parse("name", request.getName())));
  }

  @Override
  public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> observer) {
    reply(observer, () -> customers.update(request));
  }

  @Override
  public void listCustomerEvents(
      ListCustomerEventsRequest request, StreamObserver<ListCustomerEventsResponse> observer) {
    reply(observer, () -> history.list(request));
  }

  @Override
  public void eraseCustomer(EraseCustomerRequest request, StreamObserver<Empty> observer) {
    reply(
        observer,
        () -> {
          erasure.erase(CustomerName.parse("name", request.getName()));
          return Empty.getDefaultInstance();
        });
  }
}
