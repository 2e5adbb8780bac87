package io.shelfwise.gateway;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/**
 * The first step of the gateway's end: it tells that it will stop while everything still answers.
 * Only then does the HTTP server finish the requests under way, and after it the rest goes.
 */
@Singleton
final class GatewayDrain implements ApplicationEventListener<ShutdownEvent>, Ordered {
  private final GatewayServers servers;

  GatewayDrain(GatewayServers servers) {
    this.servers = servers;
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    servers.drain();
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
