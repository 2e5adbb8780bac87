package io.shelfwise.profile.intake;

import io.shelfwise.event.v1.Event;
import io.shelfwise.event.v1.WriteResult.Outcome;
import java.util.List;

/** Where events go that have passed the rules. */
public interface EventSink {
  /**
   * Writes events of one store, each customer's in the order given. An event whose id its customer
   * already has is left out.
   *
   * @param events as {@link EventRules} made them
   * @return for each event, {@link Outcome#OUTCOME_WRITTEN} or {@link Outcome#OUTCOME_DUPLICATE}
   */
  List<Outcome> write(String store, List<Event> events);

  /**
   * The store's one currency. The store comes to be if it is not there.
   *
   * @param offered what it becomes if the store has none yet: an ISO 4217 code
   */
  String currency(String store, String offered);
}
