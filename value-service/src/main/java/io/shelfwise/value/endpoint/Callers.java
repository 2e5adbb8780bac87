package io.shelfwise.value.endpoint;

import io.grpc.Context;
import io.grpc.Contexts;

/** Who asked, and may have gone, or have no time left. */
final class Callers {
  private Callers() {}

  /**
   * Goes on only while the caller waits. To be asked now and then in what takes long.
   *
   * @throws io.grpc.StatusRuntimeException CANCELLED or DEADLINE_EXCEEDED
   */
  static void requireWaiting() {
    Context call = Context.current();
    if (call.isCancelled()) {
      throw Contexts.statusFromCancelled(call).asRuntimeException();
    }
  }
}
