package io.shelfwise.gateway;

import io.grpc.ServerServiceDefinition;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.shelfwise.gateway.forward.Forwarding;
import io.shelfwise.gateway.recommend.RecommendationEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Starts what the gateway answers with. */
@Factory
final class GatewayFactory {

  @Context
  @Bean(preDestroy = "close")
  GatewayServers servers(
      GatewaySettings settings, Forwarding forwarding, RecommendationEndpoint recommendations) {
    List<ServerServiceDefinition> services = new ArrayList<>(forwarding.definitions());
    services.add(recommendations.bindService());
    return GatewayServers.start(settings, services);
  }
}
