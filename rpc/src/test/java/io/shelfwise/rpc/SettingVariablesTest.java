package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingVariablesTest {
  private static final Set<String> KNOWN =
      Set.of(
          "micronaut.server.port",
          "shelfwise.profile.retention",
          "shelfwise.profile.redis.uri",
          "shelfwise.shop.*.price");

  @Test
  void aSlipOfThePenIsFound() {
    assertThat(unknown("SHELFWISE_PROFILE_RETENTON", "SHELFWISE_SHOP_LAMP_PRISE"))
        .containsExactly("SHELFWISE_PROFILE_RETENTON", "SHELFWISE_SHOP_LAMP_PRISE");
  }

  @Test
  void whatIsASettingIsKnown() {
    assertThat(
            unknown(
                "SHELFWISE_PROFILE_RETENTION",
                "SHELFWISE_PROFILE_REDIS_URI",
                "SHELFWISE_SHOP_LAMP_PRICE"))
        .isEmpty();
  }

  @Test
  void whatIsMeantForOthersPasses() {
    assertThat(unknown("SHELFWISE_VALUE_RETENTON", "SHELFWISE_JAVA_OPTS", "MICRONAUT_SERVER_X"))
        .isEmpty();
  }

  private static Set<String> unknown(String... variables) {
    return SettingVariables.unknown(KNOWN, Set.of(variables));
  }
}
