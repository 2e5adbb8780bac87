package io.shelfwise.profile.log;

import static io.shelfwise.rpc.Replies.reply;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceImplBase;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.TailEventsRequest;
import io.shelfwise.event.v1.TailEventsResponse;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.profile.intake.EventIntake;

/** Serves the log: events in at one end, followers at the other. */
public final class EventEndpoint extends EventServiceImplBase {
  private final EventIntake intake;
  private final LogTail tail;

  /** Serves what these do. */
  public EventEndpoint(EventIntake intake, LogTail tail) {
    this.intake = intake;
    this.tail = tail;
  }

  @Override
  public void writeEvents(
      WriteEventsRequest request, StreamObserver<WriteEventsResponse> observer) {
    reply(observer, () -> intake.write(request));
  }

  @Override
  public StreamObserver<ImportEventsRequest> importEvents(
      StreamObserver<ImportEventsResponse> observer) {
    return intake.open(observer);
  }

  @Override
  public void tailEvents(TailEventsRequest request, StreamObserver<TailEventsResponse> observer) {
    tail.follow(request, (ServerCallStreamObserver<TailEventsResponse>) observer);
  }
}
