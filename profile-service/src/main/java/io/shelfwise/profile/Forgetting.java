package io.shelfwise.profile;

import io.shelfwise.profile.log.Retention;
import java.time.Duration;
import java.util.Optional;

/** Forgets what is due, from time to time; or nothing, when events are kept for ever. */
final class Forgetting implements AutoCloseable {
  private final Optional<Every> sweeping;

  private Forgetting(Optional<Every> sweeping) {
    this.sweeping = sweeping;
  }

  static Forgetting start(Optional<Retention> retention, Duration pause) {
    return new Forgetting(retention.map(due -> Every.start("retention", pause, due::sweep)));
  }

  @Override
  public void close() {
    sweeping.ifPresent(Every::close);
  }
}
