package io.shelfwise.profile;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.customer.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.event.v1.EventServiceGrpc.EventServiceBlockingStub;
import io.shelfwise.profile.redis.RedisForTests;
import io.shelfwise.rpc.Launch;
import io.shelfwise.rpc.RpcChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The whole service within this process, with a Redis of its own, as other services see it. */
public final class ServiceForTests implements AutoCloseable {
  /** 32 bytes, which only tests need to know. */
  private static final String MASTER_KEY = "c2hlbGZ3aXNlIHRlc3RzIG5lZWQgYSBrZXkgb2YgMzI=";

  private final RedisForTests redis;
  private final ApplicationContext context;
  private final RpcChannel channel;

  private ServiceForTests(RedisForTests redis, ApplicationContext context, RpcChannel channel) {
    this.redis = redis;
    this.context = context;
    this.channel = channel;
  }

  /** Starts a Redis and the service. */
  public static ServiceForTests start() {
    RedisForTests redis = RedisForTests.start();
    String address = "in-process:" + UUID.randomUUID();
    Map<String, Object> settings = new HashMap<>();
    settings.put("shelfwise.access.required", false);
    settings.put("shelfwise.profile.listen", address);
    settings.put("shelfwise.profile.drain", "0s");
    settings.put("shelfwise.profile.master-key", MASTER_KEY);
    settings.put("shelfwise.profile.redis.uri", redis.uri());
    settings.put("shelfwise.profile.ping-every", "50ms");
    settings.put("micronaut.server.port", -1);
    ApplicationContext context = Launch.start(List.of("profile-service"), settings);
    return new ServiceForTests(
        redis, context, RpcChannel.open(address, Optional.empty(), Duration.ofSeconds(20)));
  }

  /** Its Redis. */
  public RedisForTests redis() {
    return redis;
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The way to it. */
  public RpcChannel channel() {
    return channel;
  }

  /** Its events. */
  public EventServiceBlockingStub events() {
    return EventServiceGrpc.newBlockingStub(channel.channel());
  }

  /** Its customers. */
  public CustomerServiceBlockingStub customers() {
    return CustomerServiceGrpc.newBlockingStub(channel.channel());
  }

  @Override
  public void close() {
    channel.close();
    context.close();
    redis.close();
  }
}
