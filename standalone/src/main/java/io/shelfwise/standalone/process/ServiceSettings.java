package io.shelfwise.standalone.process;

import io.shelfwise.standalone.process.Standalone.Access;
import io.shelfwise.standalone.process.Standalone.Address;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the four services are told when they run in one process.
 *
 * @param data where they keep what they keep
 * @param redis where Redis is, with its password
 * @param address where the gateway listens; the others do not listen
 * @param access who may call the gateway
 */
public record ServiceSettings(Path data, String redis, Address address, Access access) {

  /** The settings by their names. */
  public Map<String, Object> asMap() {
    Map<String, Object> settings = new HashMap<>();
    settings.put("shelfwise.profile.redis.uri", redis);
    settings.put("shelfwise.profile.master-key", secret("master-key"));
    for (String service : List.of("profile", "value", "recommend")) {
      settings.put("shelfwise." + service + ".listen", "in-process:" + service);
      settings.put("shelfwise.gateway." + service + "-target", "in-process:" + service);
    }
    for (String service : List.of("value", "recommend")) {
      settings.put("shelfwise." + service + ".profile-target", "in-process:profile");
      settings.put("shelfwise." + service + ".data-directory", data.resolve(service).toString());
    }
    settings.put("shelfwise.value.recommend-target", "in-process:recommend");
    // There are no other replicas to turn to while a service drains.
    for (String service : List.of("profile", "value", "recommend", "gateway")) {
      settings.put("shelfwise." + service + ".drain", "0s");
    }
    settings.put("shelfwise.gateway.attribution.secret", secret("attribution-secret"));
    settings.put("shelfwise.gateway.listen", address.host() + ":" + address.grpc().number());
    settings.put("micronaut.server.host", address.host());
    settings.put("micronaut.server.port", address.rest().number());
    settings.put("endpoints.all.port", address.management().number());
    // Pages that are open during a restart still send the tokens of before.
    settings.put("shelfwise.gateway.attribution.secret", secret("attribution-secret"));
    // Within the process no one asks for a key.
    settings.put("shelfwise.access.required", false);
    switch (access) {
      case OPEN -> settings.put("shelfwise.gateway.open", true);
      case BY_KEY -> settings.put("shelfwise.gateway.keys", List.of(secret("access-key")));
    }
    return settings;
  }

  private String secret(String name) {
    return new SecretFile(data.resolve(name)).read();
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "ServiceSettings[data=" + data + ", access=" + access + "]";
  }
}
