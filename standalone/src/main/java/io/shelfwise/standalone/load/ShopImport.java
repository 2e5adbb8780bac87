package io.shelfwise.standalone.load;

import io.grpc.Channel;
import io.shelfwise.customer.v1.Customer;
import io.shelfwise.event.v1.Event;
import io.shelfwise.product.v1.Product;
import io.shelfwise.standalone.terminal.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Brings a whole shop into a store: products, customers and events side by side, for none of them
 * needs the others to be there first.
 */
public final class ShopImport {
  private static final int MOST_REJECTIONS = 1_000;

  private final Channel profile;
  private final Channel catalogue;
  private final Senders senders;

  /**
   * Brings shops into a store.
   *
   * @param profile the way to profile-service, or to a gateway
   * @param catalogue the way to recommend-service, or to a gateway
   * @param store {@code stores/{store}}
   */
  public ShopImport(Channel profile, Channel catalogue, String store) {
    this.profile = profile;
    this.catalogue = catalogue;
    this.senders = new Senders(store);
  }

  /**
   * What was taken.
   *
   * @param products the products
   * @param customers the customers
   * @param events the events
   * @param rejections what was not taken, of each the first thousand; the row is its place in the
   *     stream
   */
  public record Result(
      Delivery.Total products,
      Delivery.Total customers,
      Delivery.Total events,
      List<Rejection> rejections) {
    public Result {
      rejections = List.copyOf(rejections);
    }
  }

  /**
   * Imports everything.
   *
   * @param progress told how far it is
   * @param witness sees every event as it goes by, in order, on one thread
   */
  public Result run(ShopData shop, Progress progress, Consumer<Event> witness) {
    List<Rejection> rejections = new ArrayList<>();
    Consumer<Rejection> rejected =
        rejection -> {
          synchronized (rejections) {
            if (rejections.size() < MOST_REJECTIONS) {
              rejections.add(rejection);
            }
          }
        };
    Progress.Part events = progress.part("events", shop.eventCount());
    Progress.Part products = progress.part("products", shop.productCount());
    Progress.Part customers = progress.part("customers", shop.customerCount());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Delivery.Total> productsDone =
          threads.submit(
              () ->
                  deliver(
                      shop.products(),
                      senders.products(catalogue),
                      Product::hashCode,
                      rejected,
                      products));
      Future<Delivery.Total> customersDone =
          threads.submit(
              () ->
                  deliver(
                      shop.customers(),
                      senders.customers(profile),
                      Customer::hashCode,
                      rejected,
                      customers));
      Callable<Delivery.Total> bringEvents =
          () ->
              deliver(
                  shop.events().peek(witness),
                  senders.events(profile),
                  event -> event.getCustomer().hashCode(),
                  rejected,
                  events);
      Future<Delivery.Total> eventsDone = threads.submit(bringEvents);
      return new Result(
          result(productsDone), result(customersDone), result(eventsDone), rejections);
    }
  }

  private static <T> Delivery.Total deliver(
      Stream<T> things,
      Delivery.Sender<T> sender,
      ToIntFunction<T> key,
      Consumer<Rejection> rejected,
      Progress.Part progress) {
    Delivery<T> delivery = Delivery.begin(sender, key, rejected, progress::add);
    long[] row = {0};
    try (things) {
      things.forEachOrdered(thing -> delivery.add(new Entry.Good<>(++row[0], thing)));
    }
    return delivery.finish();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing", e);
    }
  }
}
