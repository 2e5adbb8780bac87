package io.shelfwise.profile.intake;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.ImportEventsRequest;
import io.shelfwise.event.v1.ImportEventsResponse;
import io.shelfwise.event.v1.WriteEventsRequest;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult;
import io.shelfwise.event.v1.WriteResult.Outcome;
import io.shelfwise.rpc.ApiException;
import io.shelfwise.rpc.ResourceName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes events in: judges each for itself, and hands on those that are right. */
public final class EventIntake {
  private static final ResourceName STORE = ResourceName.of("stores/{store}");
  private static final int MOST_EVENTS = 1_000;

  private final EventSink sink;
  private final InstantSource clock;
  private final OutcomeCounters counters;

  /** Takes events in for a sink, by a clock. */
  public EventIntake(EventSink sink, InstantSource clock, OutcomeCounters counters) {
    this.sink = sink;
    this.clock = clock;
    this.counters = counters;
  }

  /** Writes a batch, and tells what became of each event. */
  public WriteEventsResponse write(WriteEventsRequest request) {
    String store = store(request.getParent());
    if (request.getEventsCount() == 0 || request.getEventsCount() > MOST_EVENTS) {
      throw ApiException.invalid("events", "be 1 to " + MOST_EVENTS + " events");
    }
    WriteEventsResponse.Builder response = WriteEventsResponse.newBuilder();
    List<Event> accepted = new ArrayList<>(request.getEventsCount());
    for (Event event : request.getEventsList()) {
      WriteResult.Builder result = response.addResultsBuilder().setId(event.getId());
      switch (judge(store, "events[" + (response.getResultsCount() - 1) + "]", event)) {
        case Verdict.Accepted(Event kept) -> accepted.add(kept);
        case Verdict.Rejected(var error) ->
            result.setOutcome(Outcome.OUTCOME_REJECTED).setError(error);
      }
    }
    var outcomes = write(store, accepted).iterator();
    for (WriteResult.Builder result : response.getResultsBuilderList()) {
      if (result.getOutcome() != Outcome.OUTCOME_REJECTED) {
        result.setOutcome(outcomes.next());
      }
    }
    return response.build();
  }

  /** Takes a stream of events in, and tells at its end what became of them. */
  public StreamObserver<ImportEventsRequest> open(StreamObserver<ImportEventsResponse> observer) {
    return EventImport.open(this, (ServerCallStreamObserver<ImportEventsResponse>) observer);
  }

  String store(String parent) {
    return STORE.parse("parent", parent).getFirst();
  }

  Verdict judge(String store, String path, Event event) {
    EventRules rules =
        new EventRules(store, clock.instant(), offered -> sink.currency(store, offered));
    Verdict verdict = rules.judge(path, event);
    if (verdict instanceof Verdict.Rejected) {
      counters.rejected();
    }
    return verdict;
  }

  List<Outcome> write(String store, List<Event> accepted) {
    if (accepted.isEmpty()) {
      return List.of();
    }
    List<Outcome> outcomes = sink.write(store, accepted);
    counters.kept(outcomes);
    return outcomes;
  }
}
