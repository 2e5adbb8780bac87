package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.factors.Feedback;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every answer has to keep, whichever recommender gives it: with the delivered settings, and
 * with those that are delivered otherwise but work in another way.
 */
class EveryAnswerTest {
  private static final int MANY = 50;

  /** These answer what the shop or the customer alone does, and owe it to no product. */
  private static final Set<RecommenderName> OF_NO_TASTE =
      EnumSet.of(
          RecommenderName.POPULAR,
          RecommenderName.TRENDING,
          RecommenderName.NEW,
          RecommenderName.RECENTLY_VIEWED);

  @TempDir private Path folder;
  private ModelSettings settings;

  @BeforeEach
  void read() {
    settings = Defaults.read(folder);
  }

  /** Two customers alone have two products; who takes the one is not told of the other. */
  @Test
  void whatFewerThanThreeDidSpeaksForNothing() {
    SmallShop shop = SmallShop.ofGroups(settings);
    for (int customer = 0; customer < 2; customer++) {
      shop.buy(SmallShop.customer(customer), "p300", SmallShop.NOW);
      shop.buy(SmallShop.customer(customer), "p301", SmallShop.NOW);
      shop.rate(SmallShop.customer(customer), "p300", 5, SmallShop.NOW);
      shop.rate(SmallShop.customer(customer), "p301", 5, SmallShop.NOW);
    }
    Map<String, Recommender> ofOthers = recommenders(shop);
    shop.buy("stranger", "p300", SmallShop.NOW);
    shop.rate("stranger", "p300", 5, SmallShop.NOW);
    int own = shop.store.interactions().products().find("p300");

    EnumSet.complementOf(EnumSet.copyOf(settings.trainers().keySet()))
        .forEach(name -> ofOthers.remove(name.text()));
    assertThat(ofOthers).hasSizeGreaterThan(10);
    ofOthers.forEach(
        (name, recommender) -> {
          assertThat(propose(recommender, shop.query("stranger", _ -> true)))
              .as(name)
              .allMatch(proposal -> proposal.product() == own);
          assertThat(propose(recommender, page(own))).as(name).isEmpty();
        });
  }

  /** Some have brought something back or rated it badly; what they have may be proposed again. */
  @Test
  void evidenceIsFiniteAndAddsUp() {
    SmallShop shop = SmallShop.ofGroups(settings);
    turnAgainst(shop);
    Map<String, Recommender> recommenders = recommenders(shop);
    Set<String> answering = new HashSet<>();
    for (int customer = 0; customer < 40; customer++) {
      Query history = shop.query(SmallShop.customer(customer), _ -> true);
      Query page = page(customer, customer + 6, customer + 12);
      recommenders.forEach(
          (name, recommender) -> {
            List<Proposal> proposals = propose(recommender, history);
            assertThat(proposals).as(name).allSatisfy(EveryAnswerTest::assertAddsUp);
            assertThat(propose(recommender, page))
                .as(name)
                .allSatisfy(EveryAnswerTest::assertAddsUp);
            if (!proposals.isEmpty()) {
              answering.add(name);
            }
          });
    }
    assertThat(answering).isEqualTo(recommenders.keySet());
  }

  @Test
  void whatSpeaksAgainstIsNoReason() {
    SmallShop shop = SmallShop.ofGroups(settings);
    turnAgainst(shop);
    for (int i = 0; i < 3; i++) {
      shop.rate("grumbler", "p" + 6 * i, 1, SmallShop.NOW);
    }
    shop.train();
    for (RecommenderName name : shop.recommenders.names()) {
      if (OF_NO_TASTE.contains(name)) {
        continue;
      }
      for (int customer = 0; customer < 40; customer++) {
        Query query = shop.query(SmallShop.customer(customer), _ -> true);
        Set<Integer> against = against(query.taste());
        assertThat(shop.ask(name, query, MANY))
            .as(name.text())
            .flatExtracting(Proposal::evidence)
            .noneMatch(
                evidence ->
                    evidence instanceof Evidence.FromProduct from
                        && against.contains(from.product()));
      }
      assertThat(shop.ask(name, shop.query("grumbler", _ -> true), MANY)).as(name.text()).isEmpty();
    }
  }

  private static Set<Integer> against(Taste taste) {
    Set<Integer> against = new HashSet<>();
    for (int i = 0; i < taste.size(); i++) {
      if (taste.interest(i) < 0) {
        against.add(taste.product(i));
      }
    }
    return against;
  }

  @Test
  void shopsOfNextToNothingAreAnsweredToo() {
    Map<String, SmallShop> shops = new HashMap<>();
    shops.put("nothing", new SmallShop(settings));
    shops.put("one customer, one product", bought(1, 1));
    shops.put("one customer, two products", bought(1, 2));
    shops.put("two customers, one product", bought(2, 1));
    SmallShop alike = bought(10, 3);
    for (int customer = 0; customer < 10; customer++) {
      for (int product = 0; product < 3; product++) {
        alike.rate(SmallShop.customer(customer), "p" + product, 3, SmallShop.NOW);
      }
    }
    shops.put("all equal", alike);
    shops.forEach(
        (told, shop) ->
            recommenders(shop)
                .forEach(
                    (name, recommender) -> {
                      for (String customer : List.of(SmallShop.customer(0), "stranger")) {
                        assertThat(propose(recommender, shop.query(customer, _ -> true)))
                            .as("%s: %s", told, name)
                            .allSatisfy(EveryAnswerTest::assertAddsUp);
                      }
                      int products = shop.store.interactions().products().size();
                      assertThat(propose(recommender, page(IntStream.range(0, products).toArray())))
                          .as("%s: %s", told, name)
                          .allSatisfy(EveryAnswerTest::assertAddsUp);
                    }));
  }

  private SmallShop bought(int customers, int products) {
    SmallShop shop = new SmallShop(settings);
    for (int customer = 0; customer < customers; customer++) {
      for (int product = 0; product < products; product++) {
        shop.buy(SmallShop.customer(customer), "p" + product, SmallShop.NOW);
      }
    }
    return shop;
  }

  /** Every third customer brings something back, and everyone rates a few products, some badly. */
  private static void turnAgainst(SmallShop shop) {
    Random random = new Random(4711);
    for (int customer = 0; customer < SmallShop.CUSTOMERS; customer++) {
      String id = SmallShop.customer(customer);
      Taste taste = shop.query(id, _ -> true).taste();
      for (int i = 0; i < Math.min(6, taste.size()); i++) {
        String product = shop.store.interactions().products().id(taste.product(i));
        shop.rate(id, product, 1 + random.nextInt(5), SmallShop.NOW);
        if (customer % 3 == 0 && i == 0) {
          shop.act(id, product, Kind.RETURN, SmallShop.NOW);
        }
      }
    }
  }

  /** All recommenders, trained: those that are delivered, and those of other settings. */
  private Map<String, Recommender> recommenders(SmallShop shop) {
    shop.train();
    Map<String, Recommender> recommenders = new LinkedHashMap<>();
    for (RecommenderName name : shop.recommenders.names()) {
      recommenders.put(name.text(), shop.recommenders.find(name, shop.store).orElseThrow());
    }
    otherwise()
        .forEach(
            (name, trainer) ->
                recommenders.put(name, trainer.train(shop.data(), Watch.NONE).recommender()));
    return recommenders;
  }

  private Map<String, Trainer<?>> otherwise() {
    return Map.of(
        "user-knn, by few customers of a product",
        neighbors(UserKnnSettings.Similarity.COSINE),
        "user-knn, by ratings",
        neighbors(UserKnnSettings.Similarity.PEARSON),
        "matrix-factorization, by ratings",
        new MatrixFactorizationSettings(
                Feedback.EXPLICIT,
                8,
                5,
                1,
                0,
                0.07,
                1,
                1,
                1,
                500,
                Duration.ofDays(270),
                0,
                1000,
                1,
                1)
            .trainer(settings.privacy()));
  }

  private Trainer<?> neighbors(UserKnnSettings.Similarity similarity) {
    return new UserKnnSettings(similarity, 1, 20, 2, 4, 200, Duration.ofDays(180), 0.3)
        .trainer(settings.privacy());
  }

  private static Query page(int... products) {
    return Query.of(Taste.of(products), "", false, _ -> true);
  }

  private static List<Proposal> propose(Recommender recommender, Query query) {
    return recommender.propose(query, MANY, new Scratch());
  }

  private static void assertAddsUp(Proposal proposal) {
    assertThat(proposal.score()).isFinite().isPositive();
    if (!proposal.evidence().isEmpty()) {
      double sum = 0;
      for (Evidence evidence : proposal.evidence()) {
        assertThat(evidence.weight()).isFinite();
        sum += evidence.weight();
      }
      assertThat(sum).isCloseTo(proposal.score(), within(1e-5 * proposal.score()));
    }
  }
}
