package io.shelfwise.gateway;

import io.shelfwise.rpc.Launch;

/** The gateway as a process of its own. */
public final class GatewayService {
  private GatewayService() {}

  /** Starts the gateway; it ends with the process. */
  public static void main(String[] arguments) {
    Launch.main("gateway");
  }
}
