package io.shelfwise.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  @ConfigurationProperties("shelfwise.launch-test")
  record LaunchTestSettings(Duration horizon, Map<String, Double> weights) {}

  @EachProperty("shelfwise.launch-test-places")
  record Place(@Parameter String name, double weight) {}

  private static ApplicationContext start(Map<String, Object> settings) {
    return Launch.start(List.of("launch-test"), settings);
  }

  @Test
  void defaultsAreReadAndSettingsStandOverThem() {
    try (var context = start(Map.of("shelfwise.launch-test.horizon", "60d"))) {
      var settings = context.getBean(LaunchTestSettings.class);
      assertThat(settings.horizon()).isEqualTo(Duration.ofDays(60));
      assertThat(settings.weights()).containsEntry("popular", 0.5);
    }
  }

  @Test
  void aSettingThatNoServiceKnowsStopsTheStartAndIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(Map.of("shelfwise.launch-test.horizont", "60d")).close())
        .withMessageStartingWith("unknown settings: shelfwise.launch-test.horizont ");
  }

  @Test
  void whatIsInAMapOrUnderANameOfTheUsersChoosingIsKnown() {
    try (var context =
        start(
            Map.of(
                "shelfwise.launch-test.weights.co-occurrence", 0.25,
                "shelfwise.launch-test-places.front-page.weight", 1.0))) {
      assertThat(context.getBean(Place.class).name()).isEqualTo("front-page");
    }
  }

  @Test
  void aSlipUnderSuchANameIsNamedToo() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                start(
                        Map.of(
                            "shelfwise.launch-test-places.front-page.weight", 1.0,
                            "shelfwise.launch-test-places.front-page.wieght", 1.0))
                    .close())
        .withMessageStartingWith(
            "unknown settings: shelfwise.launch-test-places.front-page.wieght ");
  }
}
