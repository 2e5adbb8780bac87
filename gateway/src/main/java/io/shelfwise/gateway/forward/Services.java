package io.shelfwise.gateway.forward;

import io.grpc.Channel;
import io.shelfwise.gateway.GatewaySettings;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.RpcChannel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The ways to the services behind the gateway, opened once and shared by all calls. */
@Singleton
public final class Services implements AutoCloseable {
  /** The name of the service that keeps events and profiles. */
  public static final String PROFILE = "profile-service";

  /** The name of the service that knows what customers are worth. */
  public static final String VALUE = "value-service";

  /** The name of the service that keeps the catalogue and the recommenders. */
  public static final String RECOMMEND = "recommend-service";

  /** The names of all services behind the gateway. */
  public static final List<String> NAMES = List.of(PROFILE, VALUE, RECOMMEND);

  private final Map<String, RpcChannel> channels;

  /** Opens the ways; a service that is not there yet is found when it comes. */
  public Services(GatewaySettings settings, AccessKey.Settings access) {
    this.channels =
        Map.of(
            PROFILE, open(settings.profileTarget(), settings, access),
            VALUE, open(settings.valueTarget(), settings, access),
            RECOMMEND, open(settings.recommendTarget(), settings, access));
  }

  private static RpcChannel open(
      String target, GatewaySettings settings, AccessKey.Settings access) {
    return RpcChannel.open(target, access.accessKey(), settings.deadline());
  }

  /** The way to profile-service. */
  public Channel profile() {
    return channel(PROFILE);
  }

  /** The way to value-service. */
  public Channel value() {
    return channel(VALUE);
  }

  /** The way to recommend-service. */
  public Channel recommend() {
    return channel(RECOMMEND);
  }

  /** The way to the service of a name. */
  public Channel channel(String service) {
    RpcChannel channel = channels.get(service);
    if (channel == null) {
      throw new IllegalArgumentException(
          "service: " + service + " (expected: one of " + channels.keySet() + ")");
    }
    return channel.channel();
  }

  @PreDestroy
  @Override
  public void close() {
    channels.values().forEach(RpcChannel::close);
  }
}
