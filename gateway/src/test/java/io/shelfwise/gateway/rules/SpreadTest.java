package io.shelfwise.gateway.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Products are written as category and number: M1 is the first mug; a product without category is a
 * number alone.
 */
class SpreadTest {
  private static List<String> spread(int longestRun, String... ranking) {
    return Spread.spread(List.of(ranking), SpreadTest::category, longestRun);
  }

  private static String category(String product) {
    return product.replaceAll("[0-9]", "");
  }

  @Test
  void theBestOfAnotherCategoryComesFirstWhenOneHasHadItsTurn() {
    assertThat(spread(2, "M1", "M2", "M3", "M4", "T1", "T2", "M5"))
        .containsExactly("M1", "M2", "T1", "M3", "M4", "T2", "M5");
  }

  @Test
  void whereNothingElseIsLeftACategoryGoesOn() {
    assertThat(spread(1, "M1", "M2", "M3", "T1")).containsExactly("M1", "T1", "M2", "M3");
  }

  @Test
  void zeroLeavesTheRankingAsItIs() {
    assertThat(spread(0, "M1", "M2", "M3", "T1")).containsExactly("M1", "M2", "M3", "T1");
  }

  @Test
  void productsWithoutCategoryAreNeverTooMany() {
    assertThat(spread(1, "1", "2", "3", "M1")).containsExactly("1", "2", "3", "M1");
  }

  /** Nothing is lost or doubled, and products of one category stay in their order. */
  @Test
  void spreadingIsAPermutationThatKeepsTheOrderWithinACategory() {
    for (long seed : new Random(7).longs(50).toArray()) {
      Random random = new Random(seed);
      List<String> ranking =
          IntStream.range(0, 40).mapToObj(i -> "MTV".charAt(random.nextInt(3)) + "" + i).toList();
      List<String> spread = Spread.spread(ranking, SpreadTest::category, 2);
      assertThat(spread).as("seed " + seed).containsExactlyInAnyOrderElementsOf(ranking);
      for (String category : List.of("M", "T", "V")) {
        assertThat(spread.stream().filter(product -> product.startsWith(category)))
            .as("seed " + seed)
            .containsExactlyElementsOf(
                ranking.stream().filter(product -> product.startsWith(category)).toList());
      }
    }
  }
}
