package io.shelfwise.recommend;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.event.v1.Erasure;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceImplBase;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.LogFollower;
import io.shelfwise.rpc.Replies;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An event log in memory; a cursor is the number of events that were read. */
public final class FakeEventLog extends EventServiceImplBase {
  private static final int PART = 7;
  private static final long FIRST_SECOND = 1_300_000_000;

  private volatile Kept kept = new Kept("");

  /** The log that there is now: its id, which its cursors begin with, and its events. */
  private record Kept(String id, List<LoggedEvent> events) {
    Kept(String id) {
      this(id, new CopyOnWriteArrayList<>());
    }
  }

  /** Loses everything, and is another log from now on; who follows breaks off. */
  public synchronized void replace() {
    kept = new Kept("other-");
    notifyAll();
  }

  @Override
  public void tailEvents(TailEventsRequest request, StreamObserver<TailEventsResponse> observer) {
    var stream = (ServerCallStreamObserver<TailEventsResponse>) observer;
    Kept mine = kept;
    if (!request.getCursor().matches("|" + mine.id() + "[0-9]+")) {
      observer.onError(
          Replies.translate(
              ApiException.failedPrecondition(LogFollower.REPLACED, "the log is another one")));
      return;
    }
    int next =
        request.getCursor().isEmpty()
            ? 0
            : Integer.parseInt(request.getCursor().substring(mine.id().length()));
    boolean told = false;
    Context caller = Context.current();
    // Calls of one stream come one after the other, so that only the context tells of its end here.
    caller.addListener(ended -> wake(), Runnable::run);
    while (!caller.isCancelled()) {
      if (!mine.equals(kept)) {
        observer.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
      List<LoggedEvent> now = List.copyOf(mine.events());
      if (next < now.size()) {
        int end = Math.min(now.size(), next + PART);
        stream.onNext(
            TailEventsResponse.newBuilder()
                .addAllEvents(now.subList(next, end))
                .setCursor(mine.id() + end)
                .build());
        next = end;
        told = false;
      } else if (!told) {
        stream.onNext(
            TailEventsResponse.newBuilder().setCursor(mine.id() + next).setCaughtUp(true).build());
        told = true;
      } else {
        awaitNews(caller, mine, next);
      }
    }
  }

  private synchronized void wake() {
    notifyAll();
  }

  private synchronized void awaitNews(Context caller, Kept mine, int known) {
    try {
      while (!caller.isCancelled() && mine.equals(kept) && mine.events().size() == known) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The customer looks at a product, a minute after all that happened before. */
  public void view(String store, String customer, String product) {
    add(
        store,
        customer,
        Event.newBuilder()
            .setProductView(ProductView.newBuilder().setProduct(name(store, product))));
  }

  /** The customer buys products in one order, a minute after all that happened before. */
  public void buy(String store, String customer, String... products) {
    Purchase.Builder purchase = Purchase.newBuilder().setOrder("order-" + kept.events().size());
    for (String product : products) {
      purchase.addLines(
          LineItem.newBuilder()
              .setProduct(name(store, product))
              .setQuantity(1)
              .setUnitPrice(Money.newBuilder().setCurrencyCode("EUR").setUnits(5)));
    }
    add(store, customer, Event.newBuilder().setPurchase(purchase));
  }

  /** The customer is erased; what is already read of it is not taken back. */
  public void erase(String store, String customer) {
    add(store, customer, Event.newBuilder().setErasure(Erasure.getDefaultInstance()));
  }

  private synchronized void add(String store, String customer, Event.Builder event) {
    int minutes = kept.events().size();
    kept.events()
        .add(
            LoggedEvent.newBuilder()
                .setStore("stores/" + store)
                .setEvent(
                    event
                        .setId("e" + minutes)
                        .setCustomer("stores/" + store + "/customers/" + customer)
                        .setEventTime(
                            Timestamp.newBuilder().setSeconds(FIRST_SECOND + 60L * minutes)))
                .build());
    notifyAll();
  }

  private static String name(String store, String product) {
    return "stores/" + store + "/products/" + product;
  }
}
