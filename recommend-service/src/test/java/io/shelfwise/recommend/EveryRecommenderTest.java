package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.ShownProduct;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.content.SimilarProducts;
import io.shelfwise.recommend.content.Trait;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all recommenders have to keep, with the delivered settings, whichever there are. */
class EveryRecommenderTest {
  private static final int DAY = 24 * 60;
  private static final int NOW = 400 * DAY;
  private static final int CUSTOMERS = 150;
  private static final int PRODUCTS = 300;
  private static final int GROUPS = 6;
  private static final int ALL = 10_000;

  /** Answers what the catalogue has, not what customers do. */
  private static final Set<RecommenderName> DEAF = EnumSet.of(RecommenderName.NEW);

  /** Looks further where a filter leaves little, and so finds what is in no list without it. */
  private static final Set<RecommenderName> WIDENING = EnumSet.of(RecommenderName.CONTENT);

  @TempDir private Path folder;
  private ModelSettings settings;
  private Recommenders recommenders;
  private Store store;

  /** Customers who buy within one of a few groups of products, week after week. */
  @BeforeEach
  void fill() {
    settings = Defaults.read(folder);
    recommenders = settings.recommenders();
    store = new Stores(new EveryProduct(), new Neighbors(), settings.stores()).get("shop");
    Random random = new Random(20_111_209);
    for (int week = 0; week < 20; week++) {
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        if (random.nextInt(3) == 0) {
          int minute = NOW - (20 - week) * 7 * DAY + customer;
          for (int line = 0; line < 3; line++) {
            String product = product(customer % GROUPS, random);
            act(customerId(customer), product, Kind.VIEW, minute - 2);
            act(customerId(customer), product, Kind.CART_ADDITION, minute - 1);
            act(customerId(customer), product, Kind.PURCHASE, minute);
          }
        }
      }
    }
  }

  private static String customerId(int customer) {
    return "customer-" + customer + "-of-the-shop";
  }

  private static String product(int group, Random random) {
    int within = (int) Math.floor(Math.pow(random.nextDouble(), 2) * (PRODUCTS / GROUPS));
    return "p" + (within * GROUPS + group);
  }

  private void act(String customer, String product, Kind kind, int minute) {
    store.add(new Interaction(customer, product, kind, minute, 1));
  }

  @Test
  void theModelIsTheSameOnAnyNumberOfThreads() throws Exception {
    TrainingData data = data();
    for (Map.Entry<RecommenderName, Trainer<?>> trainer : settings.trainers().entrySet()) {
      assertThat(trainedOn(1, trainer.getValue(), data))
          .as(trainer.getKey().text())
          .isEqualTo(trainedOn(4, trainer.getValue(), data));
    }
  }

  private static byte[] trainedOn(int threads, Trainer<?> trainer, TrainingData data)
      throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return bytes(pool.submit(() -> (Model) trainer.train(data, Watch.NONE)).get());
    }
  }

  @Test
  void theNewestEventChangesTheNextAnswerWithoutTraining() {
    train();
    String customer = customerId(0);
    for (RecommenderName name : recommenders.names()) {
      if (!DEAF.contains(name)) {
        Map<Integer, Double> before = scores(propose(name, customer, product -> true, ALL));
        Random random = new Random(name.text().hashCode());
        for (int day = 1; day <= 3; day++) {
          String product = product(1, random);
          int minute = store.interactions().now() + day * DAY;
          act(customer, product, Kind.VIEW, minute);
          act(customer, product, Kind.CART_ADDITION, minute);
          act(customer, product, Kind.PURCHASE, minute);
        }
        awaitRanking();
        assertThat(scores(propose(name, customer, product -> true, ALL)))
            .as(name.text())
            .isNotEqualTo(before);
      }
    }
  }

  /** What is popular is ranked anew at most ten times a second. */
  private static void awaitRanking() {
    long end = System.nanoTime() + 150_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /**
   * A filter is heard before the list is cut: what is proposed of one product in a hundred is what
   * would be, were all others taken out of the longest list.
   */
  @Test
  void aFilterIsHeardBeforeTheListIsCut() {
    train();
    String customer = customerId(1);
    int proposing = 0;
    for (RecommenderName name : recommenders.names()) {
      List<Proposal> all = propose(name, customer, product -> true, ALL);
      for (int group = 0; group < 100; group++) {
        int meant = group;
        IntPredicate filter = product -> product % 100 == meant;
        List<Integer> expected =
            all.stream().map(Proposal::product).filter(filter::test).limit(2).toList();
        List<Integer> proposed =
            propose(name, customer, filter, 2).stream().map(Proposal::product).toList();
        if (WIDENING.contains(name)) {
          assertThat(proposed).as(name.text()).hasSizeGreaterThanOrEqualTo(expected.size());
        } else {
          assertThat(proposed).as(name.text()).isEqualTo(expected);
        }
        assertThat(proposed).as(name.text()).allMatch(filter::test);
        proposing += expected.isEmpty() ? 0 : 1;
      }
    }
    assertThat(proposing).isGreaterThan(10 * settings.trainers().size());
  }

  @Test
  void theProductsAreTheSameWhetherOrNotTheyAreExplained() {
    train();
    Query query = query(customerId(3), product -> true);
    for (RecommenderName name : recommenders.names()) {
      List<Proposal> explained = ask(name, query, 20);
      List<Proposal> unexplained = ask(name, query.unexplained(), 20);

      assertThat(unexplained)
          .extracting(Proposal::product)
          .as(name.text())
          .containsExactlyElementsOf(explained.stream().map(Proposal::product).toList());
      assertThat(scores(unexplained)).as(name.text()).isEqualTo(scores(explained));
    }
  }

  @Test
  void whoIsErasedIsInNoModelAfterTheNextTraining() throws IOException {
    String customer = customerId(2);
    byte[] name = customer.getBytes(StandardCharsets.UTF_8);
    int customers = data().interests().customerCount();
    train();

    store.forget(customer);
    train();

    assertThat(data().interests().customerCount()).isEqualTo(customers - 1);
    assertThat(store.interactions().taste(customer, settings.interest().weights()).size()).isZero();
    for (RecommenderName trained : settings.trainers().keySet()) {
      Model model = store.models().get().find(trained).orElseThrow().model();
      assertThat(contains(bytes(model), name)).as(trained.text()).isFalse();
    }
    ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
    store.interactions().write(new DataOutputStream(snapshot));
    assertThat(contains(snapshot.toByteArray(), name)).isFalse();
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private TrainingData data() {
    return store
        .interactions()
        .trainingData(
            settings.interest().weights(),
            settings.interest().leastInterest(),
            (int) settings.interest().sessionPause().toMinutes());
  }

  private void train() {
    StoreTrainer trainer =
        new StoreTrainer(
            settings.interest().training(),
            settings.trainers(),
            new Neighbors(),
            Clock.systemUTC());
    store.models().put(trainer.train(store, trainer.names(), "", Watch.NONE, done -> {}));
  }

  private List<Proposal> propose(
      RecommenderName name, String customer, IntPredicate allowed, int count) {
    return ask(name, query(customer, allowed), count);
  }

  private List<Proposal> ask(RecommenderName name, Query query, int count) {
    return recommenders.find(name, store).orElseThrow().propose(query, count, new Scratch());
  }

  private Query query(String customer, IntPredicate allowed) {
    return Query.of(
        store.interactions().taste(customer, settings.interest().weights()),
        store.interactions().trail(customer),
        customer,
        true,
        allowed,
        store.interactions().now());
  }

  private static Map<Integer, Double> scores(List<Proposal> proposals) {
    return proposals.stream().collect(Collectors.toMap(Proposal::product, Proposal::score));
  }

  private static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Tells that each product is like those of the same group next to it. */
  private static final class Neighbors implements SimilarProducts {
    @Override
    public List<Similar> to(String store, String productId, int count, long deadline) {
      int number = Integer.parseInt(productId.substring(1));
      return IntStream.rangeClosed(1, 20)
          .mapToObj(
              i ->
                  new Similar(
                      "p" + (number + i * GROUPS) % PRODUCTS,
                      1.0 / i,
                      List.of(new SharedTrait(new Trait.Word("group"), 1.0 / i))))
          .toList();
    }

    @Override
    public void learn(String store) {}

    @Override
    public void warm(String store, List<String> productIds) {}
  }

  /** A catalogue that has every product. */
  private record EveryProduct() implements ShownProducts {
    @Override
    public Optional<ShownProduct> shown(String store, String productId) {
      return Optional.of(new ShownProduct(productId, productId, "EUR", 1_000_000, 0, "", "", true));
    }

    @Override
    public List<String> ids(String store) {
      return IntStream.range(0, PRODUCTS).mapToObj(i -> "p" + i).toList();
    }

    @Override
    public long version(String store) {
      return 1;
    }
  }
}
