package io.shelfwise.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.shelfwise.gateway.blend.Weights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacementsTest {
  private static Placement placement(String name) {
    return new Placement(
        name,
        Weights.of(Map.of("content", 1.0, "popular", 1.0)),
        List.of(),
        Weights.of(Map.of("popular", 1.0)),
        false,
        false,
        0,
        Optional.empty());
  }

  @Test
  void aPlacementIsFoundByItsName() {
    Placements placements = new Placements(List.of(placement("similar"), placement("cart")));
    assertThat(placements.find("cart")).map(Placement::name).contains("cart");
    assertThat(placements.find("cellar")).isEmpty();
    assertThat(placements.names()).containsExactly("cart", "similar");
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Placements(List.of(placement("cart"), placement("cart"))));
  }

  @Test
  void recommendersThatFillUpAreAskedTooEachOnce() {
    assertThat(placement("cart").recommenders()).containsExactly("content", "popular");
    assertThat(placement("cart").weighing(Weights.of(Map.of("content", 1.0))).recommenders())
        .containsExactly("content", "popular");
  }

  @Test
  void recommendersThatOnlyExploreAreAskedTooButNotWithWeightsOfTheRequest() {
    Placement plain = placement("cart");
    Placement curious =
        new Placement(
            plain.name(),
            plain.weights(),
            List.of(),
            plain.fallback(),
            false,
            false,
            0,
            Optional.of(new Exploration(10, 2, Weights.of(Map.of("new", 1.0)))));
    assertThat(curious.recommenders()).containsExactly("content", "new", "popular");
    assertThat(curious.weighing(plain.weights()).recommenders())
        .containsExactly("content", "popular");
  }

  @Test
  void theFirstWeightingWhoseSegmentsTheCustomerIsAllInCounts() {
    Placement placement =
        weighed(
            weighting("high-risk", Set.of("tier:high", "stage:at-risk"), "user-knn"),
            weighting("risk", Set.of("stage:at-risk"), "content"),
            weighting("high", Set.of("tier:high"), "trending"));
    assertThat(placement.weightingFor(List.of("tier:high", "stage:at-risk", "level:gold"), 0))
        .extracting(Weighting::name)
        .isEqualTo("high-risk");
    assertThat(placement.weightingFor(List.of("stage:at-risk"), 0))
        .extracting(Weighting::name)
        .isEqualTo("risk");
    assertThat(placement.weightingFor(List.of(), 0))
        .isEqualTo(new Weighting("", Set.of(), 0, placement.weights()));
    assertThat(placement.recommenders())
        .containsExactly("content", "popular", "trending", "user-knn");
    assertThat(placement.weighing(placement.weights()).weightingFor(List.of("tier:high"), 0).name())
        .isEmpty();
  }

  @Test
  void scorersAreWeighedButNotAskedAndCannotBeAlone() {
    Placement placement = weighed(weighting("loyal", Set.of("loyalty:loyal"), "content", "margin"));
    assertThat(placement.recommenders()).containsExactly("content", "popular");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weighting("loyal", Set.of("loyalty:loyal"), "margin", "discovery"))
        .withMessage(
            "weights: {discovery=0.5, margin=0.5} (expected: that of a recommender, since scorers"
                + " propose nothing)");
    Weights margin = Weights.of(Map.of("margin", 1.0));
    assertThatIllegalArgumentException().isThrownBy(() -> placement.weighing(margin));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Placement(
                    "cart",
                    placement.weights(),
                    List.of(),
                    margin,
                    false,
                    false,
                    0,
                    Optional.empty()));
  }

  private static Placement weighed(Weighting... weightings) {
    Placement plain = placement("cart");
    return new Placement(
        plain.name(),
        plain.weights(),
        List.of(weightings),
        plain.fallback(),
        false,
        false,
        0,
        Optional.empty());
  }

  @Test
  void aWeightingCountsFromTheLengthOfHistoryThatItIsFor() {
    Weights weights = Weights.of(Map.of("autoencoder", 1.0));
    Placement placement =
        weighed(
            new Weighting("long", Set.of(), 100, weights),
            new Weighting("loyal-and-longer", Set.of("loyalty:loyal"), 20, weights),
            new Weighting("longer", Set.of(), 10, weights));
    assertThat(placement.weightingFor(List.of(), 9).name()).isEmpty();
    assertThat(placement.weightingFor(List.of(), 10).name()).isEqualTo("longer");
    assertThat(placement.weightingFor(List.of("loyalty:loyal"), 19).name()).isEqualTo("longer");
    assertThat(placement.weightingFor(List.of("loyalty:loyal"), 20).name())
        .isEqualTo("loyal-and-longer");
    assertThat(placement.weightingFor(List.of("loyalty:loyal"), 100).name()).isEqualTo("long");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Weighting("none", Set.of(), -1, weights))
        .withMessage("leastHistory: -1 (expected: >= 0)");
  }

  private static Weighting weighting(String name, Set<String> segments, String... equal) {
    return new Weighting(
        name,
        segments,
        0,
        Weights.of(Stream.of(equal).collect(Collectors.toMap(Function.identity(), one -> 1.0))));
  }

  @Test
  void whatIsNoNameOrNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> placement("For You"))
        .withMessage("placement: For You (expected: 1 to 64 of a-z 0-9 -)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Placement(
                    "cart",
                    placement("cart").weights(),
                    List.of(),
                    placement("cart").fallback(),
                    false,
                    false,
                    -1,
                    Optional.empty()))
        .withMessage("longestRun: -1 (expected: >= 0)");
  }
}
