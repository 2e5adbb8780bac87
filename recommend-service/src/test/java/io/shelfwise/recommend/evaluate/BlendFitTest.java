package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlendFitTest {
  private static final long SEED = 20_111_209;
  private static final int CUSTOMERS = 400;
  private static final int PRODUCTS = 60;

  /**
   * Each of two recommenders sees the score that counts, through noise of its own: together they
   * see better than either. A third sees nothing.
   */
  @Test
  void weightsGoToThoseWhoHaveSomethingToSay() {
    Random random = new Random(SEED);
    Map<String, Set<String>> relevant = new HashMap<>();
    Map<RecommenderName, TopLists> lists = new HashMap<>();
    List<RecommenderName> names =
        List.of(RecommenderName.USER_KNN, RecommenderName.ITEM_KNN, RecommenderName.POPULAR);
    names.forEach(name -> lists.put(name, new TopLists(CUSTOMERS, PRODUCTS)));
    for (int customer = 0; customer < CUSTOMERS; customer++) {
      int best = random.nextInt(PRODUCTS);
      relevant.put(Integer.toString(customer), Set.of("p" + best));
      for (RecommenderName name : names) {
        double sees = name == RecommenderName.POPULAR ? 0 : 0.5;
        for (int product = 0; product < PRODUCTS; product++) {
          double score = random.nextDouble() + (product == best ? sees : 0);
          Objects.requireNonNull(lists.get(name)).put(customer, product, product, score);
        }
      }
    }
    Dictionary products = new Dictionary();
    for (int product = 0; product < PRODUCTS; product++) {
      products.number("p" + product);
    }
    TestSet test = TestSet.of(Split.of(List.of(), relevant), products);

    BlendFit.Fitted fitted =
        BlendFit.fit(List.of(new BlendFit.Fold(lists, test, customer -> true)), 10);

    assertThat(fitted.blend().weights().get(RecommenderName.USER_KNN)).isBetween(0.35, 0.65);
    assertThat(fitted.blend().weights().getOrDefault(RecommenderName.POPULAR, 0.0))
        .isLessThan(0.06);
    // A fold of the same counts the same, and one of no one does not count.
    BlendFit.Fold fold = new BlendFit.Fold(lists, test, customer -> true);
    assertThat(
            BlendFit.fit(List.of(fold, new BlendFit.Fold(lists, test, customer -> false), fold), 10)
                .blend())
        .isEqualTo(fitted.blend());
    // Where there is no one to fit to, no recommender is preferred.
    BlendFit.Fold ofNone = new BlendFit.Fold(lists, test, customer -> false);
    assertThat(BlendFit.fit(List.of(ofNone), 10).blend().weights().values())
        .hasSize(names.size())
        .allMatch(weight -> weight == 1.0 / names.size());
    // What was climbed is the measure itself, of the very lists that the blend makes.
    MeasureAt ndcg = MeasureAt.of("ndcg@10");
    ProductFacts facts =
        new ProductFacts(SparseMatrix.empty(1, PRODUCTS), new double[0], List.of());
    TopLists ranked = fitted.blend().rank(lists, CUSTOMERS, 10);
    assertThat(
            Judgement.of(ranked, test, facts, PRODUCTS, List.of(ndcg), customer -> true).mean(ndcg))
        .isCloseTo(fitted.ndcg(), within(1e-4));
  }
}
