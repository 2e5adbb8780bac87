package io.shelfwise.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.shelfwise.rpc.AccessKey;
import java.time.Duration;
import java.util.List;

/**
 * Where the gateway listens, whom it asks, and who may ask it.
 *
 * @param listen where gRPC is taken: {@code HOST:PORT}, port 0 for a free one
 * @param profileTarget where profile-service is
 * @param valueTarget where value-service is
 * @param recommendTarget where recommend-service is
 * @param deadline how long a call may take whose caller did not say
 * @param importDeadline how long a stream of a caller who did not say may take
 * @param drain how long it goes on answering after it has told that it will stop
 * @param largestBody how many bytes a request's JSON body may have, or a line of one that is
 *     streamed
 * @param open whether anyone may call; for trying out, on a network that no one else is on
 * @param keys the keys that callers show, each of at least 16 characters; several, so that a new
 *     one can be handed out before the old one ends
 */
@ConfigurationProperties("shelfwise.gateway")
public record GatewaySettings(
    String listen,
    String profileTarget,
    String valueTarget,
    String recommendTarget,
    Duration deadline,
    Duration importDeadline,
    Duration drain,
    int largestBody,
    boolean open,
    @Bindable(defaultValue = "") List<String> keys) {

  public GatewaySettings {
    keys = keys.stream().filter(key -> !key.isBlank()).toList();
    if (keys.isEmpty() && !open) {
      throw new IllegalArgumentException(
          "shelfwise.gateway.keys: none (expected: the keys that callers show, or"
              + " shelfwise.gateway.open=true to let anyone call)");
    }
  }

  /** What callers must show one of; empty if anyone may call. */
  public List<AccessKey> accessKeys() {
    return open ? List.of() : keys.stream().map(AccessKey::of).toList();
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "GatewaySettings[listen=" + listen + ", open=" + open + "]";
  }
}
