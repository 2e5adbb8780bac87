package io.shelfwise.value;

import io.shelfwise.rpc.Launch;

/** value-service as a process of its own. */
public final class ValueService {
  private ValueService() {}

  /** Starts value-service; it ends with the process. */
  public static void main(String[] arguments) {
    Launch.main("value-service");
  }
}
