package io.shelfwise.gateway;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.gateway.forward.Forwarding;

/** Starts what the gateway answers with. */
@Factory
final class GatewayFactory {

  @Context
  @Bean(preDestroy = "close")
  GatewayServers servers(GatewaySettings settings, Forwarding forwarding) {
    return GatewayServers.start(settings, forwarding.definitions());
  }
}
