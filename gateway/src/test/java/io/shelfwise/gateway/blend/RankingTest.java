package io.shelfwise.gateway.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;

  private static final Weights WEIGHTS = Weights.of(Map.of("neighbours", 0.75, "popular", 0.25));
  private static final Weights POPULAR = Weights.of(Map.of("popular", 1.0));

  private final Proposals neighbours =
      new Proposals("neighbours", new int[] {A, B}, new double[] {8, 2});
  private final Proposals popular =
      new Proposals("popular", new int[] {B, C, D}, new double[] {500, 300, 300});

  private static Ranking blend(List<Proposals> proposals, Weights weights) {
    return Ranking.blend(proposals, weights, 4, product -> "ABCD".substring(product, product + 1));
  }

  @Test
  void scoresAreWeightedSumsOfWhatEachListSaysRelativeToItsBest() {
    Ranking ranking = blend(List.of(neighbours, popular), WEIGHTS);
    assertThat(ranking.score(A)).isEqualTo(0.75 * 8 / 8);
    assertThat(ranking.score(B)).isEqualTo(0.75 * 2 / 8 + 0.25 * 500 / 500);
    assertThat(ranking.score(C)).isEqualTo(0.25 * 300 / 500);
  }

  @Test
  void productsAreOrderedByScoreAndEqualScoresByName() {
    Ranking ranking = blend(List.of(neighbours, popular), WEIGHTS);
    assertThat(ranking.products()).containsExactly(A, B, C, D);
    Ranking renamed =
        Ranking.blend(
            List.of(neighbours, popular),
            WEIGHTS,
            4,
            product -> "ABDC".substring(product, product + 1));
    assertThat(renamed.products()).containsExactly(A, B, D, C);
  }

  @Test
  void contributionsTellWhoSaidItAndWhereGreatestFirst() {
    assertThat(blend(List.of(neighbours, popular), WEIGHTS).contributions(B))
        .containsExactly(
            new Contribution("popular", 1, 0, 0.25),
            new Contribution("neighbours", 0, 1, 0.75 / 4));
  }

  @Test
  void theWeightOfOneWhoIsSilentIsNotEarnedByTheOthers() {
    Ranking ranking = blend(List.of(popular), WEIGHTS);
    assertThat(ranking.score(B)).isEqualTo(0.25);
    assertThat(ranking.products()).containsExactly(B, C, D);
  }

  @Test
  void oneWithoutWeightHasNoSay() {
    Ranking ranking = blend(List.of(neighbours, popular), POPULAR);
    assertThat(ranking.score(A)).isZero();
    assertThat(ranking.products()).containsExactly(B, C, D);
    assertThat(ranking.contributions(A)).isEmpty();
  }

  @Test
  void fillingComesAfterAllElseAndStaysInOrder() {
    Ranking filled =
        blend(List.of(neighbours), WEIGHTS)
            .filledFrom(blend(List.of(neighbours, popular), POPULAR));
    double last = 0.75 * 2 / 8;
    assertThat(filled.products()).containsExactly(A, B, C, D);
    assertThat(filled.score(B)).isEqualTo(last);
    assertThat(filled.score(C)).isEqualTo(last * 300 / 500, within(1e-15));
    assertThat(filled.contributions(C))
        .containsExactly(new Contribution("popular", 1, 1, filled.score(C)));
  }

  @Test
  void whatFillsAnEmptyRankingKeepsItsScores() {
    Ranking filled = blend(List.of(), WEIGHTS).filledFrom(blend(List.of(popular), POPULAR));
    assertThat(filled.products()).containsExactly(B, C, D);
    assertThat(filled.score(B)).isEqualTo(1);
    assertThat(filled.score(C)).isEqualTo(300.0 / 500);
  }

  @Test
  void anEmptyListIsNoProposal() {
    Proposals silent = new Proposals("neighbours", new int[0], new double[0]);
    assertThat(blend(List.of(silent, popular), WEIGHTS).score(B)).isEqualTo(0.25);
    assertThat(blend(List.of(silent), WEIGHTS).size()).isZero();
  }

  @Test
  void aScoreThatIsNotPositiveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proposals("popular", new int[] {A}, new double[] {0}))
        .withMessage("score of popular: 0.0 (expected: > 0 and finite)");
  }

  /** Whatever is blended, the parts of each score add up to it, and no score leaves (0, 1]. */
  @Test
  void contributionsAddUpToTheScore() {
    for (RandomBlend random : RandomBlend.many()) {
      Ranking ranking = random.ranking();
      ranking
          .products()
          .forEach(
              product -> {
                assertThat(
                        ranking.contributions(product).stream()
                            .mapToDouble(Contribution::value)
                            .sum())
                    .as(random.toString())
                    .isEqualTo(ranking.score(product), within(1e-12));
                assertThat(ranking.score(product)).isGreaterThan(0).isLessThan(1 + 1e-12);
              });
    }
  }

  /** The order of a ranking is the order of its scores, filled up or not. */
  @Test
  void scoresNeverRise() {
    for (RandomBlend random : RandomBlend.many()) {
      Ranking ranking = random.ranking().filledFrom(random.with(Map.of("popular", 1.0)).ranking());
      double[] scores = ranking.products().mapToDouble(ranking::score).toArray();
      assertThat(IntStream.range(1, scores.length).allMatch(i -> scores[i] <= scores[i - 1]))
          .as(random.toString())
          .isTrue();
    }
  }

  /** The same lists in another order give the same names and, to the last bit, the same scores. */
  @Test
  void theOrderOfListsDoesNotMatter() {
    for (RandomBlend random : RandomBlend.many()) {
      assertThat(random.shuffled().answer()).as(random.toString()).isEqualTo(random.answer());
    }
  }

  /** Other places in the common list for the same products give the same answer. */
  @Test
  void thePlacesOfProductsDoNotMatter() {
    for (RandomBlend random : RandomBlend.many()) {
      assertThat(random.relabelled().answer()).as(random.toString()).isEqualTo(random.answer());
    }
  }

  /** Weights or scores in another unit give the same ranking. */
  @Test
  void unitsDoNotMatter() {
    for (RandomBlend random : RandomBlend.many()) {
      // A power of two, so that no rounding hides behind a tolerance.
      assertThat(random.scaled(8).answer()).as(random.toString()).isEqualTo(random.answer());
    }
  }

  /** Random proposals of three recommenders, with a seed to find them again. */
  private record RandomBlend(
      long seed, List<Proposals> lists, Map<String, Double> weights, List<String> names) {
    private static final int PRODUCTS = 30;

    static List<RandomBlend> many() {
      return new Random(20111209).longs(50).mapToObj(RandomBlend::of).toList();
    }

    static RandomBlend of(long seed) {
      Random random = new Random(seed);
      List<String> names =
          IntStream.range(0, PRODUCTS).mapToObj(product -> "product-" + product).toList();
      return new RandomBlend(
          seed,
          List.of(list("neighbours", random), list("content", random), list("popular", random)),
          Map.of(
              "neighbours", random.nextDouble(),
              "content", random.nextDouble(),
              "popular", random.nextDouble()),
          names);
    }

    private static Proposals list(String recommender, Random random) {
      List<Integer> products = shuffledRange(random);
      int[] some =
          products.stream().limit(random.nextInt(PRODUCTS)).mapToInt(Integer::intValue).toArray();
      // Few distinct scores, so that there are ties.
      double[] scores = IntStream.of(some).mapToDouble(i -> 1 + random.nextInt(5)).toArray();
      return new Proposals(recommender, some, scores);
    }

    private static List<Integer> shuffledRange(Random random) {
      List<Integer> range = new ArrayList<>(IntStream.range(0, PRODUCTS).boxed().toList());
      Collections.shuffle(range, random);
      return range;
    }

    RandomBlend with(Map<String, Double> others) {
      return new RandomBlend(seed, lists, others, names);
    }

    RandomBlend shuffled() {
      return new RandomBlend(seed, lists.reversed(), weights, names);
    }

    RandomBlend relabelled() {
      List<Integer> places = shuffledRange(new Random(seed + 1));
      List<String> moved = new ArrayList<>(names);
      IntStream.range(0, PRODUCTS).forEach(i -> moved.set(places.get(i), names.get(i)));
      return new RandomBlend(
          seed,
          lists.stream()
              .map(
                  list ->
                      copy(
                          list,
                          1,
                          IntStream.range(0, list.size())
                              .map(i -> places.get(list.product(i)))
                              .toArray()))
              .toList(),
          weights,
          moved);
    }

    RandomBlend scaled(double factor) {
      return new RandomBlend(
          seed,
          lists.stream()
              .map(
                  list ->
                      copy(
                          list,
                          factor,
                          IntStream.range(0, list.size()).map(list::product).toArray()))
              .toList(),
          weights.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, weight -> factor * weight.getValue())),
          names);
    }

    private static Proposals copy(Proposals list, double factor, int[] products) {
      return new Proposals(
          list.recommender(),
          products,
          IntStream.range(0, list.size()).mapToDouble(i -> factor * list.normalised(i)).toArray());
    }

    Ranking ranking() {
      IntFunction<String> nameOf = names::get;
      return Ranking.blend(lists, Weights.of(weights), PRODUCTS, nameOf);
    }

    List<String> answer() {
      Ranking ranking = ranking();
      return ranking
          .products()
          .mapToObj(product -> names.get(product) + " " + ranking.score(product))
          .toList();
    }

    @Override
    public String toString() {
      return "seed " + seed;
    }
  }
}
