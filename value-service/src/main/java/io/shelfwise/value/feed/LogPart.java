package io.shelfwise.value.feed;

import java.util.List;

/**
 * A part of the log.
 *
 * @param events the events, each customer's in the order in which they were written
 * @param cursor where to go on after them
 * @param caughtUp whether nothing further was in the log when this was sent
 */
public record LogPart(List<CustomerEvent> events, String cursor, boolean caughtUp) {
  public LogPart {
    events = List.copyOf(events);
  }
}
