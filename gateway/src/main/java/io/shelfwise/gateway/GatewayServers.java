package io.shelfwise.gateway;

import io.grpc.Channel;
import io.grpc.ServerServiceDefinition;
import io.shelfwise.rpc.RpcChannel;
import io.shelfwise.rpc.RpcServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The gateway's two gRPC servers, which answer with the same handlers: one to the outside, and one
 * within the process to the REST bridge, so that a call is the same call whichever way it came.
 */
public final class GatewayServers implements AutoCloseable {
  private final RpcServer outside;
  private final RpcServer inside;
  private final RpcChannel within;
  private volatile boolean ready = true;

  private GatewayServers(RpcServer outside, RpcServer inside, RpcChannel within) {
    this.outside = outside;
    this.inside = inside;
    this.within = within;
  }

  static GatewayServers start(GatewaySettings settings, List<ServerServiceDefinition> services) {
    String address = "in-process:gateway-" + UUID.randomUUID();
    RpcServer inside =
        RpcServer.start(
            new RpcServer.Settings(
                "gateway for REST", address, List.of(), Duration.ZERO, services, Optional.empty()));
    RpcServer outside;
    try {
      outside =
          RpcServer.start(
              new RpcServer.Settings(
                  "gateway",
                  settings.listen(),
                  settings.accessKeys(),
                  settings.drain(),
                  services,
                  Optional.empty()));
    } catch (RuntimeException e) {
      inside.close();
      throw e;
    }
    outside.ready(true);
    return new GatewayServers(
        outside, inside, RpcChannel.open(address, Optional.empty(), settings.deadline()));
  }

  /** The way from the REST bridge to the handlers. */
  public Channel channel() {
    return within.channel();
  }

  /** The port that gRPC is taken on. */
  public int port() {
    return outside.port();
  }

  /** Whether callers should still come. */
  public boolean ready() {
    return ready;
  }

  /** Tells callers to go elsewhere, and ends what comes over gRPC; REST is still answered. */
  void drain() {
    ready = false;
    outside.close();
  }

  @Override
  public void close() {
    drain();
    within.close();
    inside.close();
  }
}
