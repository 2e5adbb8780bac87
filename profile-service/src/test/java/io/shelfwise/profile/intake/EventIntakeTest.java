package io.shelfwise.profile.intake;

import static io.shelfwise.profile.Events.view;
import static io.shelfwise.profile.Events.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteEventsResponse;
import io.shelfwise.event.v1.WriteResult;
import io.shelfwise.event.v1.WriteResult.Outcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventIntakeTest {
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final SinkInMemory sink = new SinkInMemory();
  private final EventIntake intake =
      new EventIntake(sink, InstantSource.system(), new OutcomeCounters(meters));

  /** Keeps ids, whoever's they are. */
  private static final class SinkInMemory implements EventSink {
    final Set<String> ids = new HashSet<>();
    int writes;

    @Override
    public List<Outcome> write(String store, List<Event> events) {
      writes++;
      List<Outcome> outcomes = new ArrayList<>();
      for (Event event : events) {
        outcomes.add(ids.add(event.getId()) ? Outcome.OUTCOME_WRITTEN : Outcome.OUTCOME_DUPLICATE);
      }
      return outcomes;
    }

    @Override
    public String currency(String store, String offered) {
      return offered;
    }
  }

  @Test
  void everyEventHasItsResultInItsPlace() {
    WriteEventsResponse response =
        intake.write(
            write(
                "demo",
                view("a", "ann", "lamp", 0),
                view("bad id", "ann", "lamp", 0),
                view("a", "ann", "lamp", 0),
                view("b", "ann", "lamp", 0)));

    assertThat(response.getResultsList())
        .extracting(WriteResult::getId)
        .containsExactly("a", "bad id", "a", "b");
    assertThat(response.getResultsList())
        .extracting(WriteResult::getOutcome)
        .containsExactly(
            Outcome.OUTCOME_WRITTEN,
            Outcome.OUTCOME_REJECTED,
            Outcome.OUTCOME_DUPLICATE,
            Outcome.OUTCOME_WRITTEN);
    assertThat(response.getResults(1).getError().getMessage()).startsWith("events[1].id must");
  }

  @Test
  void whatBecomesOfEventsIsCounted() {
    intake.write(
        write(
            "demo",
            view("a", "ann", "lamp", 0),
            view("bad id", "ann", "lamp", 0),
            view("a", "ann", "lamp", 0),
            view("b", "ann", "lamp", 0)));

    assertThat(counted("written")).isEqualTo(2);
    assertThat(counted("duplicate")).isEqualTo(1);
    assertThat(counted("rejected")).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenWhenNothingIsRight() {
    intake.write(write("demo", view("bad id", "ann", "lamp", 0)));

    assertThat(sink.writes).isZero();
  }

  private double counted(String outcome) {
    return meters.get("shelfwise.profile.events").tag("outcome", outcome).counter().count();
  }
}
