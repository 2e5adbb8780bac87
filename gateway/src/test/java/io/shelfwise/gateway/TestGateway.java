package io.shelfwise.gateway;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.shelfwise.rpc.Launch;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway on free ports, before stand-ins for the services. */
final class TestGateway implements AutoCloseable {
  final FakeServices services = new FakeServices();
  final ApplicationContext context;

  /** Starts a gateway with these settings besides those of every test. */
  TestGateway(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>();
    all.put("shelfwise.gateway.listen", "127.0.0.1:0");
    all.put("shelfwise.gateway.deadline", "20s");
    all.put("shelfwise.gateway.drain", "0s");
    all.put("shelfwise.gateway.profile-target", services.profileTarget);
    all.put("shelfwise.gateway.value-target", services.valueTarget);
    all.put("shelfwise.gateway.recommend-target", services.recommendTarget);
    all.put("shelfwise.access.required", false);
    all.put("micronaut.server.port", -1);
    all.put("endpoints.all.port", -1);
    all.putAll(settings);
    this.context = Launch.start(List.of("gateway"), all);
  }

  /** Where REST is taken. */
  URI rest() {
    return context.getBean(EmbeddedServer.class).getURI();
  }

  /** Where gRPC is taken. */
  String grpc() {
    return "127.0.0.1:" + context.getBean(GatewayServers.class).port();
  }

  @Override
  public void close() {
    context.close();
    services.close();
  }
}
