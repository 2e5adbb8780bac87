package io.shelfwise.profile.intake;

import com.google.rpc.Status;
import io.shelfwise.event.v1.Event;

/** What the rules say of an event. */
sealed interface Verdict {
  /** It is right; this is how it is kept. */
  record Accepted(Event event) implements Verdict {}

  /** It breaks the rule that this error names. */
  record Rejected(Status error) implements Verdict {}
}
