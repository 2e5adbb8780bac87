package io.shelfwise.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of what the ranking has, a letter; of what is untried, a digit: 1 is the best of those. */
class ExplorationTest {
  private static final Weights NEW = Weights.of(Map.of("new", 1.0));

  private static String places(int every, String ranking, String untried, int most) {
    StringBuilder text = new StringBuilder();
    for (Place<String> place :
        new Exploration(every, 2, NEW).places(letters(ranking), letters(untried), most)) {
      text.append(place.kept() ? "[" + place.product() + "]" : place.product());
    }
    return text.toString();
  }

  private static List<String> letters(String text) {
    return List.of(text.split("(?!^)"));
  }

  @Test
  void theLastOfSoManyPlacesIsKept() {
    assertThat(places(3, "ABCDEFG", "123", 9)).isEqualTo("AB[1]CD[2]EF[3]");
  }

  @Test
  void whereNothingIsLeftToExploreTheRankingGoesOn() {
    assertThat(places(3, "ABCDEFG", "1", 9)).isEqualTo("AB[1]CDEFG");
  }

  @Test
  void whatHasAPlaceOfItsOwnRightTakesNoneThatIsKept() {
    assertThat(places(3, "A1BCDE", "12", 9)).isEqualTo("A1[2]BCDE");
  }

  @Test
  void whatWasExploredDoesNotComeAgain() {
    assertThat(places(3, "ABC1D2EF", "12", 9)).isEqualTo("AB[1]CD[2]EF");
  }

  @Test
  void theAnswerEndsWithTheRankingOrWhereItIsFull() {
    assertThat(places(3, "A", "123", 9)).isEqualTo("A");
    assertThat(places(3, "ABCDEFG", "123", 4)).isEqualTo("AB[1]C");
  }

  @Test
  void hardlyAnybodyIsUpToSoMany() {
    Exploration exploration = new Exploration(10, 2, NEW);
    assertThat(exploration.isFor(0)).isTrue();
    assertThat(exploration.isFor(2)).isTrue();
    assertThat(exploration.isFor(3)).isFalse();
  }

  /**
   * Without a limit nothing of the ranking is lost or doubled, and what is not kept has its order.
   */
  @Test
  void theRankingIsAllThereInItsOrder() {
    for (long seed : new Random(11).longs(50).toArray()) {
      Random random = new Random(seed);
      List<Integer> ranking =
          new ArrayList<>(IntStream.range(0, 60).boxed().toList()).subList(0, random.nextInt(60));
      List<Integer> untried = new ArrayList<>(IntStream.range(40, 70).boxed().toList());
      Collections.shuffle(untried, random);
      List<Place<Integer>> places =
          new Exploration(2 + random.nextInt(9), 2, NEW).places(ranking, untried, 1000);

      assertThat(places).as("seed " + seed).extracting(Place::product).doesNotHaveDuplicates();
      assertThat(places).as("seed " + seed).extracting(Place::product).containsAll(ranking);
      assertThat(places.stream().filter(place -> !place.kept()).map(Place::product))
          .as("seed " + seed)
          .isSorted();
    }
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exploration(1, 2, NEW))
        .withMessage("exploration every: 1 (expected: >= 2)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exploration(10, -1, NEW))
        .withMessage("exploration most buyers: -1 (expected: >= 0)");
    Weights margin = Weights.of(Map.of("new", 1.0, "margin", 1.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exploration(10, 2, margin))
        .withMessage(
            "exploration: {margin=0.5, new=0.5} (expected: recommenders only, since scorers propose"
                + " nothing)");
  }
}
