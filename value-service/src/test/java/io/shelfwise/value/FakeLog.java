package io.shelfwise.value;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceImplBase;
import io.shelfwise.event.v1.LineItem;
import io.shelfwise.event.v1.LoggedEvent;
import io.shelfwise.event.v1.ProductView;
import io.shelfwise.event.v1.Purchase;
import io.shelfwise.event.v1.Return;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.LogFollower;
import io.shelfwise.rpc.Replies;
import io.shelfwise.rpc.RpcServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A log of events in memory, served as profile-service serves its own; its cursors are places in
 * the list.
 */
final class FakeLog extends EventServiceImplBase implements AutoCloseable {
  static final String STORE = "stores/demo";
  private static final int PART = 100;

  final String target = "in-process:log-" + UUID.randomUUID();
  private final List<LoggedEvent> events = new ArrayList<>();
  private final List<String> cursorsAsked = new ArrayList<>();
  private final RpcServer server;
  private String name = "";
  private int breakAfter = Integer.MAX_VALUE;
  private boolean held;
  private boolean closed;

  FakeLog() {
    server =
        RpcServer.start(
            RpcServer.Settings.of("log", target, Optional.empty(), Duration.ZERO, this));
  }

  /** Where the stream was opened from, each time. */
  synchronized List<String> cursorsAsked() {
    return List.copyOf(cursorsAsked);
  }

  /** Breaks the stream once, after so many parts. */
  synchronized void breakOnceAfter(int parts) {
    breakAfter = parts;
  }

  /** Sends nothing to who comes now, until it is told to go on. */
  synchronized void hold(boolean hold) {
    held = hold;
  }

  /** Loses everything, and is another log from now on; who follows breaks off. */
  synchronized void replace() {
    events.clear();
    name = "other-";
  }

  private synchronized boolean isHeld() {
    return held && !closed;
  }

  void buys(String customer, String time, String pounds) {
    add(
        event(customer, time)
            .setPurchase(Purchase.newBuilder().setOrder("o").addLines(line(pounds))));
  }

  void returns(String customer, String time, String pounds) {
    add(event(customer, time).setReturn(Return.newBuilder().addLines(line(pounds))));
  }

  void views(String customer, String time) {
    add(
        event(customer, time)
            .setProductView(ProductView.newBuilder().setProduct(STORE + "/products/cup")));
  }

  private static Event.Builder event(String customer, String time) {
    return Event.newBuilder()
        .setId(UUID.randomUUID().toString())
        .setCustomer(STORE + "/customers/" + customer)
        .setEventTime(
            Timestamp.newBuilder().setSeconds(Instant.parse(time).getEpochSecond()).build());
  }

  private static LineItem line(String pounds) {
    String[] parts = pounds.split("\\.", 2);
    return LineItem.newBuilder()
        .setProduct(STORE + "/products/cup")
        .setQuantity(1)
        .setUnitPrice(
            Money.newBuilder()
                .setCurrencyCode("GBP")
                .setUnits(Long.parseLong(parts[0]))
                .setNanos(parts.length == 1 ? 0 : Integer.parseInt(parts[1]) * 10_000_000))
        .build();
  }

  private synchronized void add(Event.Builder event) {
    events.add(LoggedEvent.newBuilder().setStore(STORE).setEvent(event).build());
  }

  @Override
  public void tailEvents(TailEventsRequest request, StreamObserver<TailEventsResponse> observer) {
    var call = (ServerCallStreamObserver<TailEventsResponse>) observer;
    synchronized (this) {
      cursorsAsked.add(request.getCursor());
    }
    while (isHeld() && !call.isCancelled()) {
      pause();
    }
    String mine;
    synchronized (this) {
      mine = name;
    }
    if (!request.getCursor().isEmpty() && !isPlace(request.getCursor(), mine)) {
      observer.onError(
          Replies.translate(
              ApiException.failedPrecondition(LogFollower.REPLACED, "the log is another one")));
      return;
    }
    int next =
        request.getCursor().isEmpty()
            ? 0
            : Integer.parseInt(request.getCursor().substring(mine.length()));
    boolean told = false;
    for (int parts = 0; !call.isCancelled(); parts++) {
      TailEventsResponse part;
      if (told) {
        pause();
      }
      synchronized (this) {
        if (closed) {
          return;
        }
        if (!mine.equals(name)) {
          observer.onError(Status.UNAVAILABLE.asRuntimeException());
          return;
        }
        if (parts >= breakAfter) {
          breakAfter = Integer.MAX_VALUE;
          observer.onError(Status.UNAVAILABLE.asRuntimeException());
          return;
        }
        if (next == events.size() && told) {
          continue;
        }
        int end = Math.min(next + PART, events.size());
        told = end == events.size();
        part =
            TailEventsResponse.newBuilder()
                .addAllEvents(events.subList(next, end))
                .setCursor(mine + end)
                .setCaughtUp(told)
                .build();
        next = end;
      }
      observer.onNext(part);
    }
  }

  private static boolean isPlace(String cursor, String log) {
    return cursor.matches(log + "[0-9]+");
  }

  private static void pause() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    server.close();
  }
}
