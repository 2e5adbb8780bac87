package io.shelfwise.recommend.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.evaluate.BlendFit.Fold;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.ArrayList;
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
    TestSet test = TestSet.of(split(relevant), products());

    Fold fold = new Fold(lists, test, customer -> true);
    BlendByHistory all = BlendFit.fit(List.of(fold), 10);
    // They are too few to be parted.
    assertThat(all.from()).hasSize(1);
    Blend fitted = all.forHistory(0);

    assertThat(fitted.weights().get(RecommenderName.USER_KNN)).isBetween(0.4, 0.6);
    assertThat(fitted.weights().getOrDefault(RecommenderName.POPULAR, 0.0)).isLessThan(0.06);
    // A fold of no one does not count.
    Fold ofNone = new Fold(lists, test, customer -> false);
    assertThat(BlendFit.fit(List.of(fold, ofNone), 10)).isEqualTo(all);
    // Where there is no one to fit to, no recommender is preferred.
    assertThat(BlendFit.fit(List.of(ofNone), 10).forHistory(0).weights().values())
        .hasSize(names.size())
        .allMatch(weight -> weight == 1.0 / names.size());
  }

  /** Customers who choose by known weights show which they are, up to chance. */
  @Test
  void weightsByWhichCustomersChooseAreFound() {
    Random random = new Random(SEED);
    Map<RecommenderName, Double> truth =
        Map.of(
            RecommenderName.USER_KNN, 4.5,
            RecommenderName.ITEM_KNN, 1.5,
            RecommenderName.POPULAR, 0.0);
    int customers = 20 * CUSTOMERS;
    Map<RecommenderName, TopLists> lists = new HashMap<>();
    truth.keySet().forEach(name -> lists.put(name, new TopLists(customers, PRODUCTS)));
    Map<String, Set<String>> relevant = new HashMap<>();
    for (int customer = 0; customer < customers; customer++) {
      int chosen = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int product = 0; product < PRODUCTS; product++) {
        // The highest of sums with noise of Gumbel's is what a logit chooses.
        double sum = -Math.log(-Math.log(random.nextDouble()));
        for (Map.Entry<RecommenderName, Double> weight : truth.entrySet()) {
          // All lists have a score of 1, so that normalisation changes nothing.
          double score = product == 0 ? 1 : 1 - random.nextDouble();
          Objects.requireNonNull(lists.get(weight.getKey())).put(customer, product, product, score);
          sum += weight.getValue() * score;
        }
        if (sum > highest) {
          highest = sum;
          chosen = product;
        }
      }
      relevant.put("%05d".formatted(customer), Set.of("p" + chosen));
    }

    Blend fitted =
        BlendFit.fit(
                List.of(new Fold(lists, TestSet.of(split(relevant), products()), c -> true)), 10)
            .forHistory(0);

    assertThat(fitted.weights().get(RecommenderName.USER_KNN)).isCloseTo(0.75, within(0.02));
    assertThat(fitted.weights().get(RecommenderName.ITEM_KNN)).isCloseTo(0.25, within(0.02));
  }

  /**
   * Of customers with one product the first recommender knows what they want, of those with two the
   * second, each through noise.
   */
  @Test
  void customersWithLongerHistoriesHaveWeightsOfTheirOwn() {
    Random random = new Random(SEED);
    int customers = 4 * CUSTOMERS;
    Map<RecommenderName, TopLists> lists = new HashMap<>();
    List<RecommenderName> names = List.of(RecommenderName.USER_KNN, RecommenderName.ITEM_KNN);
    names.forEach(name -> lists.put(name, new TopLists(customers, PRODUCTS)));
    Map<String, Set<String>> relevant = new HashMap<>();
    List<Interaction> known = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String id = "%05d".formatted(customer);
      int history = 1 + customer % 2;
      for (int product = 0; product < history; product++) {
        known.add(new Interaction(id, "p" + product, Kind.PURCHASE, 0, 1));
      }
      int best = random.nextInt(PRODUCTS);
      relevant.put(id, Set.of("p" + best));
      for (int who = 0; who < 2; who++) {
        TopLists list = Objects.requireNonNull(lists.get(names.get(who)));
        for (int product = 0; product < PRODUCTS; product++) {
          double sees = product == best && who + 1 == history ? 0.5 : 0;
          list.put(customer, product, product, random.nextDouble() + sees);
        }
      }
    }

    BlendByHistory fitted =
        BlendFit.fit(
            List.of(
                new Fold(
                    lists, TestSet.of(Split.of(known, relevant), products()), customer -> true)),
            10);

    assertThat(fitted.from().keySet()).containsExactly(0, 2);
    assertThat(fitted.forHistory(1).weights().get(RecommenderName.USER_KNN)).isGreaterThan(0.9);
    assertThat(fitted.forHistory(2).weights().get(RecommenderName.ITEM_KNN)).isGreaterThan(0.9);
  }

  /**
   * Of customers with one product only the first recommender says anything, and it puts what they
   * want in the middle of its list, where the NDCG does not see it. Of those with two it puts last
   * what they want, while the second puts it first for every other one, and last for the rest: the
   * NDCG would gain if the first were silent.
   */
  @Test
  void noCustomersAreLeftWithoutAnyWeight() {
    int customers = 4 * CUSTOMERS;
    TopLists first = new TopLists(customers, PRODUCTS);
    TopLists second = new TopLists(customers, PRODUCTS);
    Map<String, Set<String>> relevant = new HashMap<>();
    List<Interaction> known = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String id = "%05d".formatted(customer);
      int history = 1 + customer % 2;
      for (int product = 0; product < history; product++) {
        known.add(new Interaction(id, "p" + product, Kind.PURCHASE, 0, 1));
      }
      int wanted = history == 1 ? PRODUCTS / 3 : PRODUCTS - 1;
      relevant.put(id, Set.of("p" + wanted));
      for (int product = 0; product < PRODUCTS; product++) {
        first.put(customer, product, product, PRODUCTS - product);
      }
      boolean seen = customer % 4 == 1;
      for (int place = 0; history == 2 && place < PRODUCTS; place++) {
        int product = seen ? (place + wanted) % PRODUCTS : place;
        double score = place == 0 ? 1 : place == PRODUCTS - 1 ? 0.01 : 0.9;
        second.put(customer, place, product, score);
      }
    }

    BlendByHistory fitted =
        BlendFit.fit(
            List.of(
                new Fold(
                    Map.of(RecommenderName.USER_KNN, first, RecommenderName.ITEM_KNN, second),
                    TestSet.of(Split.of(known, relevant), products()),
                    customer -> true)),
            10);

    assertThat(fitted.forHistory(1).weights())
        .containsExactly(Map.entry(RecommenderName.USER_KNN, 1.0));
    // The likelihood knows nothing of them, so all weights are equal, and stay so.
    assertThat(fitted.forHistory(2).weights())
        .containsOnly(
            Map.entry(RecommenderName.USER_KNN, 0.5), Map.entry(RecommenderName.ITEM_KNN, 0.5));
  }

  private static Split split(Map<String, Set<String>> relevant) {
    return Split.of(List.of(), relevant);
  }

  private static Dictionary products() {
    Dictionary products = new Dictionary();
    for (int product = 0; product < PRODUCTS; product++) {
      products.number("p" + product);
    }
    return products;
  }
}
