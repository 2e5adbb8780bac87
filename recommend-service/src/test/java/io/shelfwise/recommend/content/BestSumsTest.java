package io.shelfwise.recommend.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BestSumsTest {
  private static final int PRODUCTS = 3_000;

  /** Property: it finds what is found by adding up everything, to the last bit. */
  @RepeatedTest(20)
  void itFindsWhatAddingUpEverythingFinds(RepetitionInfo repetition) {
    Random random = new Random(Chance.seed() + repetition.getCurrentRepetition());
    AskedTerms asked = anyTerms(1 + random.nextInt(30), random);
    for (int most : List.of(1, 10, 100)) {
      for (int oneIn : List.of(1, 2, 50)) {
        IntPredicate allowed = product -> product % oneIn == 0;
        assertThat(asked.best(most, allowed))
            .containsExactly(asked.best(most, allowed, (product, score) -> score));
      }
    }
  }

  /** Of many that have the same, the lower numbers are found. */
  @Test
  void ofEqualsTheLowerNumberIsFound() {
    int[] all = IntStream.range(0, PRODUCTS).toArray();
    float[] even = new float[PRODUCTS];
    Arrays.fill(even, 2);
    ScoredTerm term = ScoredTerm.of(all, even);
    AskedTerms asked = new AskedTerms(PRODUCTS, List.of(term, term), new float[] {1, 3});
    assertThat(asked.best(3, product -> product > 10)).containsExactly(11, 12, 13);
  }

  @Test
  void noTermsFindNothing() {
    AskedTerms asked = new AskedTerms(PRODUCTS, List.of(), new float[0]);
    assertThat(asked.best(10, product -> true)).isEmpty();
  }

  /** Few terms are rare and count much, many are common and count little, as words are. */
  private static AskedTerms anyTerms(int count, Random random) {
    List<ScoredTerm> terms = new ArrayList<>();
    float[] boosts = new float[count];
    for (int t = 0; t < count; t++) {
      double share = Math.pow(random.nextDouble(), 3);
      int[] products =
          IntStream.range(0, PRODUCTS).filter(_ -> random.nextDouble() < share).toArray();
      float[] scores = new float[products.length];
      for (int e = 0; e < scores.length; e++) {
        // Few different ones, so that many sums are the same.
        scores[e] = (1 + random.nextInt(4)) / 4f;
      }
      terms.add(ScoredTerm.of(products, scores));
      boosts[t] = 0.1f + (float) (5 * (1 - share));
    }
    return new AskedTerms(PRODUCTS, terms, boosts);
  }
}
