package io.shelfwise.gateway.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What attribution tokens are signed with.
 *
 * @param secret at least 32 characters, the same for all replicas; absent: a random one of this
 *     process
 */
@ConfigurationProperties("shelfwise.gateway.attribution")
public record AttributionSettings(Optional<String> secret) {
  private static final Logger log = LoggerFactory.getLogger(AttributionSettings.class);
  private static final int SHORTEST = 32;

  public AttributionSettings {
    secret = secret.filter(given -> !given.isBlank());
    secret.ifPresent(AttributionSettings::check);
  }

  private static void check(String secret) {
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "shelfwise.gateway.attribution.secret: "
              + secret.length()
              + " characters (expected: >= "
              + SHORTEST
              + ")");
    }
  }

  /** The secret as a key. */
  byte[] key() {
    return secret
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElseGet(AttributionSettings::random);
  }

  private static byte[] random() {
    log.info(
        "shelfwise.gateway.attribution.secret is not set: attribution tokens are signed with a secret of this process, and not"
            + " recognised by another one nor after a restart");
    byte[] key = new byte[SHORTEST];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "AttributionSettings[…]";
  }
}
