package io.shelfwise.gateway.forward;

import java.util.function.BooleanSupplier;

/** Asks one side of a call for its next message as soon as the other side can take it. */
final class Pace {
  private final Runnable ask;
  private final BooleanSupplier ready;
  private boolean owed;

  Pace(Runnable ask, BooleanSupplier ready) {
    this.ask = ask;
    this.ready = ready;
  }

  /** A message was passed on: the next may come, now or when the taker is ready. */
  void next() {
    synchronized (this) {
      owed = true;
    }
    onReady();
  }

  /** The taker may have become ready. */
  void onReady() {
    synchronized (this) {
      if (!owed || !ready.getAsBoolean()) {
        return;
      }
      owed = false;
    }
    ask.run();
  }
}
