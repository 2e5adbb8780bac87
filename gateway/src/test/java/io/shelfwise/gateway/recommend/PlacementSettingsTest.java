package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.shelfwise.gateway.rules.Placement;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The settings that the gateway is delivered with, and what can be set over them. */
class PlacementSettingsTest {
  private static Map<String, Object> defaults() {
    try (InputStream yaml =
        Objects.requireNonNull(
            PlacementSettings.class.getClassLoader().getResourceAsStream("gateway.yml"))) {
      return new YamlPropertySourceLoader().read("gateway", yaml);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A gateway that listens within the process only, and asks for no keys. */
  private static final Map<String, Object> ALONE =
      Map.of(
          "shelfwise.gateway.listen", "in-process:placement-settings-test",
          "shelfwise.gateway.open", true,
          "shelfwise.access.required", false);

  private static ApplicationContext context(Map<String, Object> settings) {
    return ApplicationContext.builder()
        .propertySources(
            PropertySource.of("defaults", defaults(), 0),
            PropertySource.of("alone", ALONE, 1),
            PropertySource.of("settings", settings, 2))
        .build()
        .start();
  }

  private static List<Placement> placements(ApplicationContext context) {
    return context.getBeansOfType(PlacementSettings.class).stream()
        .map(PlacementSettings::placement)
        .toList();
  }

  private static Placement placement(ApplicationContext context, String name) {
    return placements(context).stream()
        .filter(placement -> placement.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theShopIsDeliveredWithSixPlacements() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(placements(context))
          .extracting(Placement::name)
          .containsExactlyInAnyOrder(
              "for-you", "similar", "bought-together", "cart", "trending", "bestsellers");
      assertThat(placements(context))
          .filteredOn(Placement::needsProducts)
          .extracting(Placement::name)
          .containsExactlyInAnyOrder("similar", "bought-together");
      assertThat(placements(context))
          .filteredOn(Placement::excludePurchased)
          .extracting(Placement::name)
          .containsExactly("for-you");
    }
  }

  @Test
  void answersHaveTheDelaysOfTheSettings() {
    try (ApplicationContext context = context(Map.of())) {
      RecommendSettings settings = context.getBean(RecommendSettings.class);
      assertThat(settings.candidates()).isEqualTo(50);
      assertThat(settings.candidatesDeadline()).hasMillis(250);
      assertThat(settings.valueDeadline()).hasMillis(150);
      assertThat(settings.bestsellersKept()).hasHours(1);
    }
  }

  @Test
  void aShopCanWeighOtherwiseAndAddPlacesOfItsOwn() {
    Map<String, Object> settings =
        Map.of(
            "shelfwise.gateway.placements.cart.weights.content", 0.8,
            "shelfwise.gateway.placements.newsletter.weights.user-knn", 1,
            "shelfwise.gateway.placements.newsletter.fallback.popular", 1,
            "shelfwise.gateway.placements.newsletter.longest-run", 2);
    try (ApplicationContext context = context(settings)) {
      assertThat(placement(context, "cart").weights().of("content"))
          .isEqualTo(0.8 / (0.8 + 0.8), within(1e-12));
      assertThat(placement(context, "newsletter").recommenders())
          .containsExactly("user-knn", "popular");
      assertThat(placement(context, "newsletter").longestRun()).isEqualTo(2);
    }
  }
}
