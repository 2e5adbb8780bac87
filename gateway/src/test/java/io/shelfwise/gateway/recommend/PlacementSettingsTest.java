package io.shelfwise.gateway.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Placements;
import io.shelfwise.gateway.rules.Weighting;
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

  private static Placements all(ApplicationContext context) {
    return PlacementSettings.placements(
        List.copyOf(context.getBeansOfType(PlacementSettings.class)),
        List.copyOf(context.getBeansOfType(WeightingSettings.class)));
  }

  private static List<Placement> placements(ApplicationContext context) {
    Placements all = all(context);
    return all.names().stream().flatMap(name -> all.find(name).stream()).toList();
  }

  private static Placement placement(ApplicationContext context, String name) {
    return all(context).find(name).orElseThrow();
  }

  @Test
  void theShopIsDeliveredWithNinePlacements() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(placements(context))
          .extracting(Placement::name)
          .containsExactlyInAnyOrder(
              "for-you",
              "buy-again",
              "recently-viewed",
              "similar",
              "bought-together",
              "cart",
              "trending",
              "new",
              "bestsellers");
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
  void newCustomersAreLedFurtherAndLoyalOnesShownWhatLeavesMore() {
    try (ApplicationContext context = context(Map.of())) {
      Placement forYou = placement(context, "for-you");
      Weighting begun = forYou.weightingFor(List.of("tier:low", "stage:acquisition"), 0);
      assertThat(begun.name()).isEqualTo("new");
      assertThat(begun.weights().of("discovery")).isEqualTo(0.1 / (1 + 0.1), within(1e-12));
      assertThat(begun.weights().of("user-knn")).isEqualTo(0.2 / (1 + 0.1), within(1e-12));
      Weighting loyal = forYou.weightingFor(List.of("loyalty:loyal", "stage:retention"), 0);
      assertThat(loyal.name()).isEqualTo("loyal");
      assertThat(loyal.weights().of("margin")).isEqualTo(0.1 / (1 + 0.1), within(1e-12));
      assertThat(forYou.weightingFor(List.of("stage:acquisition", "loyalty:loyal"), 0).name())
          .isEqualTo("new");
      assertThat(forYou.weightingFor(List.of(), 0).name()).isEmpty();
      assertThat(placements(context))
          .filteredOn(placement -> !placement.weightings().isEmpty())
          .extracting(Placement::name)
          .containsExactly("for-you");
    }
  }

  @Test
  void aShopCanChangeWeightingsAddItsOwnAndLetThemCountNowhere() {
    Map<String, Object> settings =
        Map.of(
            "shelfwise.gateway.weightings.loyal.weights.margin",
            0.3,
            "shelfwise.gateway.weightings.loyal.weights.trending",
            0,
            "shelfwise.gateway.weightings.new.placements",
            "",
            "shelfwise.gateway.weightings.win-back.placements",
            List.of("for-you", "cart"),
            "shelfwise.gateway.weightings.win-back.segments",
            "tier:high,stage:at-risk",
            "shelfwise.gateway.weightings.win-back.weights.user-knn",
            2,
            "shelfwise.gateway.weightings.win-back.weights.trending",
            0.5);
    try (ApplicationContext context = context(settings)) {
      Placement forYou = placement(context, "for-you");
      Weighting loyal = forYou.weightingFor(List.of("loyalty:loyal"), 0);
      assertThat(loyal.weights().of("margin")).isEqualTo(0.3 / (0.95 + 0.3), within(1e-12));
      assertThat(loyal.weights().of("trending")).isZero();
      assertThat(forYou.weightingFor(List.of("stage:acquisition"), 0).name()).isEmpty();
      Placement cart = placement(context, "cart");
      assertThat(cart.weightingFor(List.of("stage:at-risk"), 0).name()).isEmpty();
      Weighting winBack = cart.weightingFor(List.of("stage:at-risk", "tier:high", "level:gold"), 0);
      assertThat(winBack.name()).isEqualTo("win-back");
      assertThat(winBack.segments()).containsExactlyInAnyOrder("tier:high", "stage:at-risk");
      assertThat(winBack.weights().shares())
          .isEqualTo(
              Weights.of(
                      Map.of(
                          "rules",
                          0.5,
                          "co-occurrence",
                          0.4,
                          "content",
                          0.1,
                          "user-knn",
                          2.0,
                          "trending",
                          0.5))
                  .shares());
      // Of equal order the first by name; win-back has order 0, and so comes before loyal.
      assertThat(
              forYou.weightingFor(List.of("stage:at-risk", "tier:high", "loyalty:loyal"), 0).name())
          .isEqualTo("win-back");
    }
  }

  @Test
  void aWeightingThatCannotBeMeantIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PlacementSettings.placements(List.of(), List.of(weighting("loyalty:loyal"))))
        .withMessageStartingWith(
            "shelfwise.gateway.weightings.loyal.placements: for-you (expected: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weighting("loyal"))
        .withMessage(
            "shelfwise.gateway.weightings.loyal.segments: loyal (expected: KIND:NAME, as stage:growth)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weighting())
        .withMessage(
            "shelfwise.gateway.weightings.loyal.segments: none (expected: at least one, or a least-history)");
  }

  /** As {@code evaluate} fits them: other weights for those of whom more is known. */
  @Test
  void aShopCanWeighByHowMuchIsKnownOfTheCustomer() {
    Map<String, Object> settings =
        Map.of(
            "shelfwise.gateway.weightings.known.placements",
            "for-you",
            "shelfwise.gateway.weightings.known.least-history",
            31,
            "shelfwise.gateway.weightings.known.weights.autoencoder",
            0.5);
    try (ApplicationContext context = context(settings)) {
      Placement forYou = placement(context, "for-you");
      assertThat(forYou.weightingFor(List.of(), 30).name()).isEmpty();
      assertThat(forYou.weightingFor(List.of(), 31).name()).isEqualTo("known");
      assertThat(forYou.weightingFor(List.of(), 31).weights().of("autoencoder"))
          .isGreaterThan(forYou.weights().of("autoencoder"));
    }
  }

  private static WeightingSettings weighting(String... segments) {
    return new WeightingSettings(
        "loyal", 0, List.of("for-you"), List.of(segments), 0, Map.of("margin", 0.1));
  }

  @Test
  void answersHaveTheDelaysOfTheSettings() {
    try (ApplicationContext context = context(Map.of())) {
      RecommendSettings settings = context.getBean(RecommendSettings.class);
      assertThat(settings.candidates()).isEqualTo(100);
      assertThat(settings.candidatesDeadline()).hasMillis(250);
      assertThat(settings.valueDeadline()).hasMillis(150);
      assertThat(settings.bestsellersKept()).hasHours(1);
    }
  }

  @Test
  void onlyForYouKeepsPlacesForExploration() {
    try (ApplicationContext context = context(Map.of())) {
      assertThat(placements(context))
          .filteredOn(placement -> placement.exploration().isPresent())
          .extracting(Placement::name)
          .containsExactly("for-you");
      Exploration exploration = placement(context, "for-you").exploration().orElseThrow();
      assertThat(exploration.every()).isEqualTo(10);
      assertThat(exploration.mostBuyers()).isEqualTo(2);
      assertThat(exploration.weights().shares()).isEqualTo(Map.of("content", 0.8, "new", 0.2));
    }
  }

  @Test
  void aShopCanExploreElsewhereAndNotAtAll() {
    Map<String, Object> settings =
        Map.of(
            "shelfwise.gateway.placements.for-you.exploration-every", 0,
            "shelfwise.gateway.placements.cart.exploration-every", 5,
            "shelfwise.gateway.placements.cart.exploration.new", 3);
    try (ApplicationContext context = context(settings)) {
      assertThat(placement(context, "for-you").exploration()).isEmpty();
      assertThat(placement(context, "cart").exploration())
          .hasValueSatisfying(exploration -> assertThat(exploration.every()).isEqualTo(5));
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
          .isEqualTo(0.8 / (0.5 + 0.4 + 0.8), within(1e-12));
      assertThat(placement(context, "newsletter").recommenders())
          .containsExactly("popular", "user-knn");
      assertThat(placement(context, "newsletter").longestRun()).isEqualTo(2);
    }
  }
}
