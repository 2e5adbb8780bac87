package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.interactions.TrainingData;
import io.shelfwise.recommend.model.Model;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.model.Watch;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all recommenders have to keep, with the delivered settings, whichever there are. */
class EveryRecommenderTest {
  private static final int ALL = 10_000;

  /** Looks further where a filter leaves little, and so finds what is in no list without it. */
  private static final Set<RecommenderName> WIDENING = EnumSet.of(RecommenderName.CONTENT);

  @TempDir private Path folder;
  private SmallShop shop;

  @BeforeEach
  void fill() {
    shop = SmallShop.ofGroups(Defaults.read(folder));
  }

  @Test
  void theModelIsTheSameOnAnyNumberOfThreads() throws Exception {
    TrainingData data = shop.data();
    for (Map.Entry<RecommenderName, Trainer<?>> trainer : shop.settings.trainers().entrySet()) {
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

  /** In the minute of the newest event, so that no score changes by age alone. */
  @Test
  void theNewestEventChangesTheNextAnswerWithoutTraining() {
    shop.train();
    int group = 1;
    int asked = 0;
    for (RecommenderName name : shop.recommenders.names()) {
      String customer = SmallShop.customer(SmallShop.GROUPS * asked);
      Map<Integer, Double> before = scores(propose(name, customer, product -> true, ALL));
      int minute = shop.store.interactions().now();
      for (int i = 0; i < 3; i++) {
        shop.buy(customer, "p" + (SmallShop.GROUPS * i + group), minute);
      }
      // What no one has had before.
      shop.buy(customer, "p" + (SmallShop.PRODUCTS + SmallShop.GROUPS * asked + group), minute);
      awaitRanking();
      Map<Integer, Double> after = scores(propose(name, customer, product -> true, ALL));
      assertThat(after.keySet().stream().filter(product -> isOf(group, product)))
          .as(name.text())
          .anyMatch(
              product -> after.getOrDefault(product, 0.0) > before.getOrDefault(product, 0.0));
      asked++;
    }
  }

  private boolean isOf(int group, int product) {
    String id = shop.store.interactions().products().id(product);
    return Integer.parseInt(id.substring(1)) % SmallShop.GROUPS == group;
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
    shop.train();
    String customer = SmallShop.customer(1);
    int proposing = 0;
    for (RecommenderName name : shop.recommenders.names()) {
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
    assertThat(proposing).isGreaterThan(10 * shop.settings.trainers().size());
  }

  @Test
  void theProductsAreTheSameWhetherOrNotTheyAreExplained() {
    shop.train();
    Query query = shop.query(SmallShop.customer(3), product -> true);
    for (RecommenderName name : shop.recommenders.names()) {
      List<Proposal> explained = shop.ask(name, query, 20);
      List<Proposal> unexplained = shop.ask(name, query.unexplained(), 20);

      assertThat(unexplained)
          .extracting(Proposal::product)
          .as(name.text())
          .containsExactlyElementsOf(explained.stream().map(Proposal::product).toList());
      assertThat(scores(unexplained)).as(name.text()).isEqualTo(scores(explained));
    }
  }

  @Test
  void whoIsErasedIsInNoModelAfterTheNextTraining() throws IOException {
    String customer = SmallShop.customer(2);
    byte[] name = customer.getBytes(StandardCharsets.UTF_8);
    int customers = shop.data().interests().customerCount();
    shop.train();

    shop.store.forget(customer);
    shop.train();

    assertThat(shop.data().interests().customerCount()).isEqualTo(customers - 1);
    assertThat(shop.store.interactions().taste(customer, shop.settings.interest().weights()).size())
        .isZero();
    for (RecommenderName trained : shop.settings.trainers().keySet()) {
      Model model = shop.store.models().get().find(trained).orElseThrow().model();
      assertThat(contains(bytes(model), name)).as(trained.text()).isFalse();
    }
    ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
    shop.store.interactions().write(new DataOutputStream(snapshot));
    assertThat(contains(snapshot.toByteArray(), name)).isFalse();
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private List<Proposal> propose(
      RecommenderName name, String customer, IntPredicate allowed, int count) {
    return shop.ask(name, shop.query(customer, allowed), count);
  }

  private static Map<Integer, Double> scores(List<Proposal> proposals) {
    return proposals.stream().collect(Collectors.toMap(Proposal::product, Proposal::score));
  }

  private static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
