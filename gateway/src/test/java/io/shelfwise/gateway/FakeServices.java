package io.shelfwise.gateway;

import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.CustomerServiceGrpc.CustomerServiceImplBase;
import io.shelfwise.customer.v1.GetCustomerRequest;
import io.shelfwise.customer.v1.ListCustomerEventsRequest;
import io.shelfwise.customer.v1.ListCustomerEventsResponse;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceImplBase;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.product.v1.ListProductsRequest;
import io.shelfwise.product.v1.ListProductsResponse;
import io.shelfwise.product.v1.ProductServiceGrpc.ProductServiceImplBase;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import io.shelfwise.rpc.RpcServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stand-ins for the services behind the gateway: they keep what they were asked, and answer
 * something that tells it.
 */
final class FakeServices implements AutoCloseable {
  final String profileTarget = "in-process:profile-" + UUID.randomUUID();
  final String recommendTarget = "in-process:recommend-" + UUID.randomUUID();

  /** No one is there. */
  final String valueTarget = "in-process:value-" + UUID.randomUUID();

  /** What came, in order. */
  final List<Object> requests = new CopyOnWriteArrayList<>();

  private final RpcServer profile = start(profileTarget, new FakeEvents(), new FakeCustomers());
  private final RpcServer recommend = start(recommendTarget, new FakeProducts());

  private static RpcServer start(String listen, BindableService... endpoints) {
    RpcServer server =
        RpcServer.start(
            RpcServer.Settings.of(listen, listen, Optional.empty(), Duration.ZERO, endpoints));
    server.ready(true);
    return server;
  }

  @Override
  public void close() {
    profile.close();
    recommend.close();
  }

  private final class FakeEvents extends EventServiceImplBase {
    @Override
    public void writeEvents(
        WriteEventsRequest request, StreamObserver<WriteEventsResponse> observer) {
      Replies.reply(
          observer,
          () -> {
            requests.add(request);
            return WriteEventsResponse.getDefaultInstance();
          });
    }

    @Override
    public StreamObserver<ImportEventsRequest> importEvents(
        StreamObserver<ImportEventsResponse> observer) {
      List<ImportEventsRequest> came = new ArrayList<>();
      return new StreamObserver<>() {
        @Override
        public void onNext(ImportEventsRequest event) {
          came.add(event);
        }

        @Override
        public void onError(Throwable error) {}

        @Override
        public void onCompleted() {
          requests.addAll(came);
          observer.onNext(ImportEventsResponse.newBuilder().setWrittenCount(came.size()).build());
          observer.onCompleted();
        }
      };
    }
  }

  private final class FakeCustomers extends CustomerServiceImplBase {
    @Override
    public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> observer) {
      Replies.reply(
          observer,
          () -> {
            requests.add(request);
            return switch (request.getName()) {
              case "stores/demo/customers/nobody" -> throw ApiException.notFound(request.getName());
              case "stores/demo/customers/defect" ->
                  throw new IllegalStateException("password=swordfish");
              default -> Customer.newBuilder().setName(request.getName()).build();
            };
          });
    }

    @Override
    public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> observer) {
      Replies.reply(
          observer,
          () -> {
            requests.add(request);
            return request.getCustomer();
          });
    }

    @Override
    public void listCustomerEvents(
        ListCustomerEventsRequest request, StreamObserver<ListCustomerEventsResponse> observer) {
      // Never answers.
    }
  }

  private final class FakeProducts extends ProductServiceImplBase {
    @Override
    public void listProducts(
        ListProductsRequest request, StreamObserver<ListProductsResponse> observer) {
      Replies.reply(
          observer,
          () -> {
            requests.add(request);
            return ListProductsResponse.getDefaultInstance();
          });
    }
  }
}
