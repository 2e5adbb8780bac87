package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what learns from orders, with the settings that the service is delivered with, by each
 * customer's first order from 2011-09-09 on, known what was bought before. The settings were chosen
 * on the 92 days before that.
 */
@Tag("real-data")
class OnlineRetailOrdersTest {
  private static final Logger log = LoggerFactory.getLogger(OnlineRetailOrdersTest.class);
  private static final int CUT = OnlineRetail.minute("2011-09-09 00:00:00");
  private static final int TEN = 10;

  private final ModelSettings settings = DeliveredSettings.with(Map.of()).models();
  private final OnlineRetail shop = OnlineRetail.read();
  private final StoreInteractions store = new StoreInteractions(settings.interest().reach());
  private final Map<String, Set<Integer>> nextOrders = new TreeMap<>();
  private final TrainingData data;

  OnlineRetailOrdersTest() {
    shop.purchases().stream()
        .filter(done -> done.minute() < CUT)
        .sorted(Comparator.comparingInt(Interaction::minute))
        .forEach(store::add);
    data =
        store.trainingData(
            settings.interest().weights(),
            settings.interest().leastInterest(),
            (int) settings.interest().sessionPause().toMinutes());
    Map<String, Integer> begun = new HashMap<>();
    shop.purchases().stream()
        .filter(done -> done.minute() >= CUT && store.trail(done.customer()).size() > 0)
        .sorted(Comparator.comparingInt(Interaction::minute))
        .filter(done -> begun.merge(done.customer(), done.minute(), Math::min) == done.minute())
        .forEach(
            done ->
                nextOrders
                    .computeIfAbsent(done.customer(), customer -> new HashSet<>())
                    .add(store.products().number(done.product())));
  }

  /** The mean gain and the mean recall of the first ten. */
  private record Measures(double ndcg, double recall) {}

  @Test
  void nextOrdersAreForetoldBetterThanByPersonalFrequency() {
    Measures frequency = judge("frequency", personalFrequency(), this::all);
    Measures nextBasket =
        judge(
            "next-basket",
            settings.nextBasket().trainer(settings.privacy()).train(data, Watch.NONE).recommender(),
            this::all);

    assertThat(nextBasket.ndcg()).isGreaterThan(1.05 * frequency.ndcg());
    assertThat(nextBasket.recall()).isGreaterThan(1.05 * frequency.recall());
  }

  @Test
  void whatIsBoughtAgainIsForetoldBetterThanByPersonalFrequency() {
    Measures frequency = judge("frequency", personalFrequency(), this::onlyBoughtBefore);
    Measures buyAgain =
        judge(
            "buy-again",
            settings.buyAgain().trainer().train(data, Watch.NONE).recommender(),
            this::onlyBoughtBefore);

    assertThat(buyAgain.ndcg()).isGreaterThan(1.1 * frequency.ndcg());
    assertThat(buyAgain.recall()).isGreaterThan(1.05 * frequency.recall());
  }

  @Test
  void rulesKnowTheSetsThatTheShopSellsInParts() {
    Recommender rules =
        settings.rules().trainer(settings.privacy()).train(data, Watch.NONE).recommender();
    int green = store.products().find("22697"); // GREEN REGENCY TEACUP AND SAUCER

    List<String> proposed =
        rules
            .propose(
                Query.of(Taste.of(green), "", false, product -> product != green), 2, new Scratch())
            .stream()
            .map(one -> store.products().id(one.product()))
            .toList();

    // The same in roses and in pink.
    assertThat(proposed).containsExactlyInAnyOrder("22699", "22698");
  }

  /** What the customer bought in the most orders, the newest of equal ones first. */
  private static Recommender personalFrequency() {
    return (query, count, scratch) -> {
      Map<Integer, Set<Integer>> orders = new HashMap<>();
      Trail trail = query.trail();
      for (int i = 0; i < trail.size(); i++) {
        if (trail.kind(i) == Kind.PURCHASE) {
          orders.computeIfAbsent(trail.product(i), one -> new HashSet<>()).add(trail.minute(i));
        }
      }
      return orders.entrySet().stream()
          .sorted(
              Comparator.comparingInt(
                      (Map.Entry<Integer, Set<Integer>> one) -> one.getValue().size())
                  .thenComparing(one -> one.getValue().stream().max(Integer::compare).orElseThrow())
                  .reversed())
          .limit(count)
          .map(one -> new Proposal(one.getKey(), one.getValue().size(), List.of()))
          .toList();
    };
  }

  private Set<Integer> onlyBoughtBefore(String customer) {
    Set<Integer> before = new HashSet<>();
    Trail trail = store.trail(customer);
    for (int i = 0; i < trail.size(); i++) {
      before.add(trail.product(i));
    }
    before.retainAll(nextOrders.getOrDefault(customer, Set.of()));
    return before;
  }

  private Set<Integer> all(String customer) {
    return nextOrders.getOrDefault(customer, Set.of());
  }

  /**
   * The means over the customers to whom anything is relevant.
   *
   * @param relevant what is relevant to a customer
   */
  private Measures judge(
      String name, Recommender recommender, Function<String, Set<Integer>> relevant) {
    Scratch room = new Scratch();
    double ndcg = 0;
    double recall = 0;
    int customers = 0;
    for (String customer : nextOrders.keySet()) {
      Set<Integer> wanted = relevant.apply(customer);
      if (!wanted.isEmpty()) {
        List<Proposal> ranking = recommender.propose(query(customer), TEN, room);
        ndcg += ndcg(ranking, wanted);
        recall +=
            ranking.stream().filter(one -> wanted.contains(one.product())).count()
                / (double) wanted.size();
        customers++;
      }
    }
    Measures measures = new Measures(ndcg / customers, recall / customers);
    log.info(
        "{}",
        "%-12s of %d customers: NDCG@10 %.4f  recall@10 %.4f"
            .formatted(name, customers, measures.ndcg(), measures.recall()));
    return measures;
  }

  private Query query(String customer) {
    return Query.of(
        store.taste(customer, settings.interest().weights()),
        store.trail(customer),
        customer,
        true,
        product -> true,
        store.now());
  }

  private static double ndcg(List<Proposal> ranking, Set<Integer> wanted) {
    double gain = 0;
    double best = 0;
    for (int place = 0; place < TEN; place++) {
      double discounted = Math.log(2) / Math.log(place + 2.0);
      boolean hit = place < ranking.size() && wanted.contains(ranking.get(place).product());
      gain += hit ? discounted : 0;
      best += place < wanted.size() ? discounted : 0;
    }
    return gain / best;
  }
}
