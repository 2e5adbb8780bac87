package io.shelfwise.standalone.load;

import com.google.rpc.Status;
import io.grpc.Channel;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.product.v1.ImportProductsRequest;
import io.shelfwise.product.v1.ImportProductsResponse;
import io.shelfwise.product.v1.Product;
import io.shelfwise.product.v1.ProductServiceGrpc;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What sends chunks of products, customers and events to a store. Every write names what it writes,
 * so a chunk that found a service away is simply sent again, for a while.
 */
public final class Senders {
  private static final Duration DEADLINE = Duration.ofMinutes(2);

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
    return chunk -> Retry.call(() -> sendEvents(channel, chunk));
  }

  /** Sends products to the service that this channel leads to. */
  public Delivery.Sender<Product> products(Channel channel) {
    return chunk -> Retry.call(() -> sendProducts(channel, chunk));
  }

  /** Sends who customers are to the service that this channel leads to. */
  public Delivery.Sender<Customer> customers(Channel channel) {
    return chunk -> new CustomerSender(channel, DEADLINE, chunk).send();
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
      throw Retry.interrupted(e);
    }
  }

  private static String reason(Status error) {
    return error.getMessage();
  }
}
