package io.shelfwise.recommend.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.ClothingShop;
import io.shelfwise.recommend.Shoppers;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what is proposed after each click of a real shop's visits by the click that came next,
 * with the settings that the service is delivered with: the visits of the last two weeks, known
 * those before. The settings were chosen on the two weeks before that.
 */
@Tag("real-data")
class NextClickTest {
  private static final Logger log = LoggerFactory.getLogger(NextClickTest.class);
  private static final LocalDate CUT = LocalDate.of(2008, 7, 30);
  private static final int TWENTY = 20;

  private final ClothingShop shop = ClothingShop.read();
  private final List<List<Integer>> known = clicks(visit -> visit.day().isBefore(CUT));
  private final List<List<Integer>> later = clicks(visit -> !visit.day().isBefore(CUT));

  private List<List<Integer>> clicks(Function<ClothingShop.Visit, Boolean> wanted) {
    return shop.visits().stream().filter(wanted::apply).map(ClothingShop.Visit::clicks).toList();
  }

  /** How often the next click is among the first twenty, and the mean of 1 ÷ its rank there. */
  private record Measures(double hitRate, double reciprocalRank) {}

  @Test
  void visitsFindTheNextClickWherePopularityAndPairsOfProductsDoNot() {
    Measures popular = judge("popular", popular());
    Measures pairs = judge("pairs", pairs());
    Measures sessions = judge("session", sessions());

    assertThat(sessions.hitRate()).isGreaterThan(1.02 * pairs.hitRate());
    assertThat(sessions.reciprocalRank()).isGreaterThan(1.15 * pairs.reciprocalRank());
    assertThat(pairs.hitRate()).isGreaterThan(popular.hitRate());
    assertThat(sessions.hitRate()).isGreaterThan(0.70);
    assertThat(sessions.reciprocalRank()).isGreaterThan(0.27);
  }

  private Function<List<Integer>, List<Integer>> sessions() {
    Shoppers shoppers = new Shoppers();
    for (int i = 0; i < known.size(); i++) {
      shoppers.with(i, numbers(known.get(i))).end();
    }
    Recommender recommender =
        new SessionsTrainer(new SessionNearness(500, 500, 4, 1, 0.3, 0.5, false, 30, 3))
            .train(shoppers.data(shop.products().size()), Watch.NONE)
            .recommender();
    ThreadLocal<Scratch> rooms = ThreadLocal.withInitial(Scratch::new);
    return clicks ->
        recommender
            .propose(
                Query.of(
                    Taste.NONE, Trail.ofViews(0, numbers(clicks)), "", true, product -> true, 0),
                TWENTY,
                rooms.get())
            .stream()
            .map(Proposal::product)
            .toList();
  }

  /** What is clicked most. */
  private Function<List<Integer>, List<Integer>> popular() {
    double[] counts = new double[shop.products().size()];
    known.forEach(clicks -> clicks.forEach(product -> counts[product]++));
    return clicks -> best(counts, clicks);
  }

  /** What was in the same visits as the product that was clicked last, by the cosine. */
  private Function<List<Integer>, List<Integer>> pairs() {
    int products = shop.products().size();
    double[][] together = new double[products][products];
    for (List<Integer> visit : known) {
      List<Integer> distinct = visit.stream().distinct().toList();
      distinct.forEach(one -> distinct.forEach(other -> together[one][other]++));
    }
    double[][] cosines = new double[products][products];
    for (int one = 0; one < products; one++) {
      for (int other = 0; other < products; other++) {
        cosines[one][other] =
            together[one][other] / Math.sqrt(together[one][one] * together[other][other]);
      }
    }
    return clicks -> best(cosines[clicks.getLast()], clicks);
  }

  /** The best twenty of the products that were not clicked yet. */
  private static List<Integer> best(double[] scores, List<Integer> clicked) {
    return IntStream.range(0, scores.length)
        .boxed()
        .filter(product -> scores[product] > 0 && !clicked.contains(product))
        .sorted(Comparator.comparingDouble((Integer product) -> -scores[product]))
        .limit(TWENTY)
        .toList();
  }

  /** Judges by the clicks that go to a product for the first time in their visit. */
  private Measures judge(String name, Function<List<Integer>, List<Integer>> ranker) {
    List<Integer> ranks =
        later.parallelStream()
            .flatMap(
                visit ->
                    IntStream.range(1, visit.size())
                        .filter(i -> !visit.subList(0, i).contains(visit.get(i)))
                        .mapToObj(i -> rank(ranker.apply(visit.subList(0, i)), visit.get(i))))
            .toList();
    Measures measures =
        new Measures(
            ranks.stream().mapToDouble(rank -> rank > 0 ? 1 : 0).average().orElseThrow(),
            ranks.stream().mapToDouble(rank -> rank > 0 ? 1.0 / rank : 0).average().orElseThrow());
    log.info(
        "{}",
        "%-8s of %d clicks: hit rate@20 %.4f  MRR@20 %.4f"
            .formatted(name, ranks.size(), measures.hitRate(), measures.reciprocalRank()));
    return measures;
  }

  private static int rank(List<Integer> ranking, int product) {
    return ranking.indexOf(product) + 1;
  }

  private static int[] numbers(List<Integer> products) {
    return products.stream().mapToInt(Integer::intValue).toArray();
  }
}
