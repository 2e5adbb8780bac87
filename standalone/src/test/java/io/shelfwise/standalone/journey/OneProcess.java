package io.shelfwise.standalone.journey;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.profile.redis.RedisForTests;
import io.shelfwise.rpc.Launch;
import io.shelfwise.standalone.process.ListenPort;
import io.shelfwise.standalone.process.ServiceSettings;
import io.shelfwise.standalone.process.Standalone.Access;
import io.shelfwise.standalone.process.Standalone.Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** All four services in this process, as the demo runs them. */
final class OneProcess implements Site {
  private final RedisForTests redis;
  private final Address address;
  private final ApplicationContext services;

  OneProcess(Path data) {
    List<Integer> ports = FreePorts.find(3);
    address =
        new Address(
            "127.0.0.1",
            new ListenPort(ports.get(0), "--rest-port"),
            new ListenPort(ports.get(1), "--grpc-port"),
            new ListenPort(ports.get(2), "--management-port"));
    redis = RedisForTests.start();
    services =
        Launch.start(
            List.of("profile-service", "value-service", "recommend-service", "gateway"),
            new ServiceSettings(data, redis.uri(), address, Access.OPEN).asMap());
  }

  @Override
  public URI rest() {
    return URI.create("http://" + address.restAuthority());
  }

  @Override
  public String grpc() {
    return address.grpcAuthority();
  }

  @Override
  public List<URI> management() {
    return List.of(URI.create("http://127.0.0.1:" + address.management().number()));
  }

  @Override
  public RedisForTests redis() {
    return redis;
  }

  @Override
  public void close() {
    services.close();
    redis.close();
  }
}
