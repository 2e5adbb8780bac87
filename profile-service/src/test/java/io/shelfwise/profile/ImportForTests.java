package io.shelfwise.profile;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.rpc.RpcChannel;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends events as a stream, only as fast as they are asked for, as a good client does. */
public final class ImportForTests
    implements ClientResponseObserver<ImportEventsRequest, ImportEventsResponse> {
  private final String parent;
  private final Iterator<Event> events;
  private final CompletableFuture<ImportEventsResponse> answer = new CompletableFuture<>();
  private boolean sent;

  private ImportForTests(String parent, Iterator<Event> events) {
    this.parent = parent;
    this.events = events;
  }

  /** Sends events to a store, and awaits the answer. */
  public static ImportEventsResponse run(RpcChannel channel, String store, Iterable<Event> events) {
    ImportForTests stream = new ImportForTests("stores/" + store, events.iterator());
    var _ = EventServiceGrpc.newStub(channel.channel()).importEvents(stream);
    try {
      return stream.answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<ImportEventsRequest> requests) {
    requests.setOnReadyHandler(
        () -> {
          while (requests.isReady() && events.hasNext()) {
            requests.onNext(
                ImportEventsRequest.newBuilder().setParent(parent).setEvent(events.next()).build());
          }
          if (!events.hasNext() && !sent) {
            sent = true;
            requests.onCompleted();
          }
        });
  }

  @Override
  public void onNext(ImportEventsResponse response) {
    answer.complete(response);
  }

  @Override
  public void onError(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  @Override
  public void onCompleted() {}
}
