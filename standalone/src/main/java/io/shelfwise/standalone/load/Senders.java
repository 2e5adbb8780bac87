package io.shelfwise.standalone.load;

import com.google.rpc.Status;
import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.UpdateCustomerRequest;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What sends chunks of products, customers and events to a store. Every write names what it writes,
 * so a chunk that found a service away is simply sent again, for a while.
 */
public final class Senders {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TRIES = 20;

  private final String store;

  /**
   * What sends to a store.
   *
   * @param store {@code stores/{store}}
   */
  public Senders(String store) {
    this.store = store;
  }

  /** Sends events to the service that this channel leads to. */
  public Delivery.Sender<Event> events(Channel channel) {
    return chunk -> again(() -> sendEvents(channel, chunk));
  }

  /** Sends products to the service that this channel leads to. */
  public Delivery.Sender<Product> products(Channel channel) {
    return chunk -> again(() -> sendProducts(channel, chunk));
  }

  /** Sends who customers are to the service that this channel leads to. */
  public Delivery.Sender<Customer> customers(Channel channel) {
    return chunk -> again(() -> sendCustomers(channel, chunk));
  }

  private Receipt sendEvents(Channel channel, List<Event> chunk) throws StatusException {
    ImportEventsResponse response =
        stream(
            EventServiceGrpc.newBlockingV2Stub(channel)
                .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .importEvents(),
            chunk,
            event -> ImportEventsRequest.newBuilder().setParent(store).setEvent(event).build());
    SortedMap<Integer, String> rejected = new TreeMap<>();
    response
        .getRejectionsList()
        .forEach(one -> rejected.put((int) one.getIndex(), reason(one.getError())));
    return new Receipt(response.getWrittenCount(), response.getDuplicateCount(), rejected);
  }

  private Receipt sendProducts(Channel channel, List<Product> chunk) throws StatusException {
    ImportProductsResponse response =
        stream(
            ProductServiceGrpc.newBlockingV2Stub(channel)
                .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                .importProducts(),
            chunk,
            product ->
                ImportProductsRequest.newBuilder().setParent(store).setProduct(product).build());
    SortedMap<Integer, String> rejected = new TreeMap<>();
    response
        .getRejectionsList()
        .forEach(one -> rejected.put((int) one.getIndex(), reason(one.getError())));
    return new Receipt(response.getWrittenCount(), 0, rejected);
  }

  private Receipt sendCustomers(Channel channel, List<Customer> chunk) {
    List<Future<Customer>> answers = new ArrayList<>(chunk.size());
    var service =
        CustomerServiceGrpc.newFutureStub(channel)
            .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    for (Customer customer : chunk) {
      answers.add(
          service.updateCustomer(UpdateCustomerRequest.newBuilder().setCustomer(customer).build()));
    }
    SortedMap<Integer, String> rejected = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      try {
        answers.get(i).get();
      } catch (ExecutionException e) {
        StatusRuntimeException failed = failed(e);
        if (failed.getStatus().getCode() != io.grpc.Status.Code.INVALID_ARGUMENT) {
          throw failed;
        }
        rejected.put(i, String.valueOf(failed.getStatus().getDescription()));
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    return new Receipt(chunk.size() - rejected.size(), 0, rejected);
  }

  private static StatusRuntimeException failed(ExecutionException e) {
    return io.grpc.Status.fromThrowable(e).asRuntimeException();
  }

  private static <T, Q, A> A stream(
      BlockingClientCall<Q, A> call, List<T> chunk, Function<T, Q> request) throws StatusException {
    try {
      for (T one : chunk) {
        if (!call.write(request.apply(one))) {
          break; // the service has already answered
        }
      }
      call.halfClose();
      A answer = call.read();
      if (answer == null) {
        throw io.grpc.Status.INTERNAL.withDescription("no answer").asException();
      }
      return answer;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** A call that can fail. */
  @FunctionalInterface
  private interface Call {
    Receipt make() throws StatusException;
  }

  private static Receipt again(Call call) {
    for (int i = 1; ; i++) {
      try {
        return call.make();
      } catch (StatusException e) {
        if (e.getStatus().getCode() != io.grpc.Status.Code.UNAVAILABLE || i == TRIES) {
          throw e.getStatus().asRuntimeException();
        }
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() != io.grpc.Status.Code.UNAVAILABLE || i == TRIES) {
          throw e;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while sending", e);
  }

  private static String reason(Status error) {
    return error.getMessage();
  }
}
