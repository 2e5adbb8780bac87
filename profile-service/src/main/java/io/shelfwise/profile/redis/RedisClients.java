package io.shelfwise.profile.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lettuce, set up for one server or for a cluster; what the two have in common is the commands.
 *
 * <p>One connection is enough: it is shared by all threads, which is what lets their commands
 * travel together.
 */
final class RedisClients implements AutoCloseable {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
  private static final Duration LONGEST_RECONNECT_DELAY = Duration.ofMillis(250);
  private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(15);

  private final ClientResources resources;
  private final AbstractRedisClient client;
  private final Supplier<RedisClusterAsyncCommands<String, byte[]>> connector;
  private volatile @Nullable RedisClusterAsyncCommands<String, byte[]> commands;

  private RedisClients(
      ClientResources resources,
      AbstractRedisClient client,
      Supplier<RedisClusterAsyncCommands<String, byte[]>> connector) {
    this.resources = resources;
    this.client = client;
    this.connector = connector;
  }

  static RedisClients of(RedisSettings settings) {
    ClientResources resources =
        ClientResources.builder()
            .commandLatencyRecorder(CommandLatencyRecorder.disabled())
            .reconnectDelay(
                Delay.exponential(
                    Duration.ofMillis(10), LONGEST_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS))
            .build();
    RedisURI uri = RedisURI.create(settings.uri());
    uri.setTimeout(settings.timeout());
    return settings.cluster()
        ? cluster(resources, uri, settings.timeout())
        : single(resources, uri, settings.timeout());
  }

  private static RedisClients single(ClientResources resources, RedisURI uri, Duration timeout) {
    RedisClient client = RedisClient.create(resources, uri);
    client.setOptions(failingFast(ClientOptions.builder(), timeout).build());
    return new RedisClients(resources, client, () -> client.connect(CODEC).async());
  }

  private static RedisClients cluster(ClientResources resources, RedisURI uri, Duration timeout) {
    RedisClusterClient client = RedisClusterClient.create(resources, uri);
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    failingFast(options, timeout);
    client.setOptions(
        options
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enableAllAdaptiveRefreshTriggers()
                    .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                    .build())
            .build());
    return new RedisClients(resources, client, () -> client.connect(CODEC).async());
  }

  /**
   * Commands fail at once while there is no connection, and are not sent again when there is one
   * again.
   */
  private static ClientOptions.Builder failingFast(
      ClientOptions.Builder options, Duration timeout) {
    return options
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .replayFilter(command -> true)
        .socketOptions(SocketOptions.builder().connectTimeout(timeout).build())
        .timeoutOptions(TimeoutOptions.enabled(timeout));
  }

  /** Makes the first connection, if there is none yet; later ones come by themselves. */
  synchronized void connect() {
    if (commands == null) {
      commands = connector.get();
    }
  }

  RedisClusterAsyncCommands<String, byte[]> commands() {
    RedisClusterAsyncCommands<String, byte[]> connected = commands;
    if (connected == null) {
      throw new RedisConnectionException("not connected yet");
    }
    return connected;
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
