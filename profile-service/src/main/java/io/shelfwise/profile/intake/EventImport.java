package io.shelfwise.profile.intake;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.Rejection;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.Replies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream of events that is being taken in.
 *
 * <p>Events gather in a chunk, bounded in number and in bytes. When it is full it is written, while
 * the next one gathers; the sender is asked for more only as fast as that goes on. So an import of
 * any length takes the room of two chunks.
 */
final class EventImport implements StreamObserver<ImportEventsRequest> {
  private static final int CHUNK_EVENTS = 2_000;
  private static final int CHUNK_BYTES = 4 << 20;
  private static final int MOST_REJECTIONS = 1_000;
  private static final int WINDOW = 256;

  private final EventIntake intake;
  private final ServerCallStreamObserver<ImportEventsResponse> observer;
  private final ImportEventsResponse.Builder response = ImportEventsResponse.newBuilder();
  private List<Event> chunk = new ArrayList<>();
  private int chunkBytes;
  private @Nullable ChunkWrite underWay;
  private String parent = "";
  private String store = "";
  private long received;
  private boolean ended;

  private EventImport(EventIntake intake, ServerCallStreamObserver<ImportEventsResponse> observer) {
    this.intake = intake;
    this.observer = observer;
  }

  static EventImport open(
      EventIntake intake, ServerCallStreamObserver<ImportEventsResponse> observer) {
    observer.disableAutoRequest();
    observer.request(WINDOW);
    return new EventImport(intake, observer);
  }

  @Override
  public void onNext(ImportEventsRequest request) {
    unlessEnded(
        () -> {
          take(request);
          if (received % WINDOW == 0) {
            observer.request(WINDOW);
          }
        });
  }

  /**
   * The sender has gone; what was written stays, and is found to be there already when it is sent
   * again.
   */
  @Override
  public void onError(Throwable cause) {
    ended = true;
  }

  @Override
  public void onCompleted() {
    unlessEnded(
        () -> {
          writeChunk();
          awaitWritten();
          observer.onNext(response.build());
          observer.onCompleted();
        });
  }

  private void take(ImportEventsRequest request) {
    if (received == 0) {
      parent = request.getParent();
      store = intake.store(parent);
    } else if (!request.getParent().isEmpty() && !request.getParent().equals(parent)) {
      throw ApiException.invalid("parent", "be that of the first message, or empty");
    }
    long index = received++;
    switch (intake.judge(store, "event", request.getEvent())) {
      case Verdict.Accepted(Event event) -> add(event);
      case Verdict.Rejected(var error) ->
          reject(
              Rejection.newBuilder()
                  .setIndex(index)
                  .setId(request.getEvent().getId())
                  .setError(error));
    }
  }

  private void add(Event event) {
    chunk.add(event);
    chunkBytes += event.getSerializedSize();
    if (chunk.size() >= CHUNK_EVENTS || chunkBytes >= CHUNK_BYTES) {
      writeChunk();
    }
  }

  private void reject(Rejection.Builder rejection) {
    response.setRejectedCount(response.getRejectedCount() + 1);
    if (response.getRejectionsCount() < MOST_REJECTIONS) {
      response.addRejections(rejection);
    }
  }

  /** One chunk is written after the other: the events of a customer keep their order. */
  private void writeChunk() {
    awaitWritten();
    List<Event> full = chunk;
    String to = store;
    underWay = ChunkWrite.start(() -> intake.write(to, full));
    chunk = new ArrayList<>(CHUNK_EVENTS);
    chunkBytes = 0;
  }

  private void awaitWritten() {
    if (underWay != null) {
      List<Outcome> outcomes = underWay.await();
      underWay = null;
      int duplicates = Collections.frequency(outcomes, Outcome.OUTCOME_DUPLICATE);
      response
          .setDuplicateCount(response.getDuplicateCount() + duplicates)
          .setWrittenCount(response.getWrittenCount() + outcomes.size() - duplicates);
    }
  }

  private void unlessEnded(Runnable step) {
    if (ended) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException e) {
      ended = true;
      observer.onError(Replies.translate(e));
    }
  }
}
