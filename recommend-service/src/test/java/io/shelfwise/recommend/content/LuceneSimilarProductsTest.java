package io.shelfwise.recommend.content;

import static io.shelfwise.recommend.catalog.Products.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.Chance;
import io.shelfwise.recommend.catalog.Availability;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Products;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.content.SimilarProducts.SharedTrait;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import io.shelfwise.recommend.model.OverBudgetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSimilarProductsTest {
  private static final double FLOAT_ERROR = 1e-5;

  @TempDir Path folder;
  private Catalog catalog;
  private LuceneSimilarProducts similar;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
    similar = new LuceneSimilarProducts(catalog, LuceneSimilarProducts.Settings.USUAL);
    catalog.write(
        "demo",
        List.of(
            titled("kettle", "Red retro kettle"),
            titled("toaster", "Red retro toaster"),
            titled("kettles", "Two small Kettles"),
            titled("pen", "Fountain pen"),
            titled("ink", "Fountain pen ink")));
  }

  @AfterEach
  void close() {
    similar.close();
    catalog.close();
  }

  private List<Similar> to(String store, String id, int count) {
    return similar.to(store, id, count, System.nanoTime() + Duration.ofSeconds(10).toNanos());
  }

  /** The word that is shared. */
  private static String text(SharedTrait shared) {
    return ((Trait.Word) shared.trait()).text();
  }

  private List<String> like(String id) {
    return to("demo", id, 100).stream().map(Similar::productId).toList();
  }

  @Test
  void productsAreAlikeByTheWordsTheyShare() {
    List<Similar> like = to("demo", "kettle", 100);
    assertThat(like).extracting(Similar::productId).containsExactly("toaster", "kettles");
    assertThat(like.getFirst().traits())
        .extracting(LuceneSimilarProductsTest::text)
        .containsExactlyInAnyOrder("red", "retro");
    assertThat(like.getLast().traits())
        .extracting(LuceneSimilarProductsTest::text)
        .containsExactly("kettle");
  }

  @Test
  void productsAreAlikeInTheirOwnLanguage() {
    catalog.write(
        "demo",
        List.of(
            Products.of("muehle", in("de", "Kaffeemühle aus Gusseisen"), Offer.UNPRICED),
            Products.of("kanne", in("de", "Kanne für Kaffee"), Offer.UNPRICED),
            Products.of("gift", in("de", "Gift"), Offer.UNPRICED),
            Products.of("present", in("en", "Gift"), Offer.UNPRICED),
            Products.of("pot", in("zh", "不锈钢水壶"), Offer.UNPRICED),
            Products.of("bottle", in("zh", "运动水壶"), Offer.UNPRICED)));
    assertThat(like("muehle")).containsExactly("kanne");
    assertThat(like("gift")).isEmpty();
    assertThat(like("pot")).containsExactly("bottle");
    assertThat(to("demo", "pot", 1).getFirst().traits())
        .extracting(LuceneSimilarProductsTest::text)
        .containsExactly("水壶");
  }

  private static Wording in(String language, String title) {
    return new Wording(title, "", "", List.of(), language);
  }

  @Test
  void wordsAreToldAsTheProductWritesThem() {
    assertThat(to("demo", "kettles", 1).getFirst().traits())
        .extracting(LuceneSimilarProductsTest::text)
        .containsExactly("kettles");
  }

  @Test
  void theScoreIsTheSumOfItsTerms() {
    for (Similar each : to("demo", "kettle", 100)) {
      assertThat(each.traits().stream().mapToDouble(SharedTrait::weight).sum())
          .isCloseTo(each.score(), within(FLOAT_ERROR * each.score()));
    }
  }

  @Test
  void whatMayNotBeShownIsNotAmongThem() {
    catalog.write(
        "demo",
        List.of(
            Products.of("hidden", Wording.of("Red kettle"), offer(Availability.IN_STOCK, true)),
            Products.of(
                "gone", Wording.of("Red kettle"), offer(Availability.OUT_OF_STOCK, false))));
    assertThat(like("kettle")).containsExactly("toaster", "kettles");
    assertThat(like("gone")).as("but it has its like").contains("kettle");
  }

  private static Offer offer(Availability availability, boolean hidden) {
    return new Offer(Optional.empty(), 0, 0, availability, hidden);
  }

  @Test
  void aProductThatIsNotThereIsLikeNone() {
    assertThat(to("demo", "none", 10)).isEmpty();
    assertThat(to("none", "kettle", 10)).isEmpty();
  }

  @Test
  void aProductOfWordsThatNoOtherHasIsLikeNone() {
    catalog.write("demo", List.of(titled("odd", "Xylophone")));
    assertThat(like("odd")).isEmpty();
  }

  @Test
  void onlySoManyAreAnswered() {
    assertThat(to("demo", "kettle", 1)).extracting(Similar::productId).containsExactly("toaster");
  }

  @Test
  void theSameListIsAnsweredUntilTheWordsChange() {
    List<Similar> before = to("demo", "kettle", 100);
    catalog.write(
        "demo",
        List.of(
            Products.of(
                "pen",
                Wording.of("Fountain pen"),
                new Offer(Optional.empty(), 0.5, 3, Availability.IN_STOCK, false))));
    assertThat(to("demo", "kettle", 100)).isSameAs(before);

    catalog.write("demo", List.of(titled("samovar", "Red retro samovar kettle")));
    assertThat(soon(() -> like("kettle").contains("samovar"))).isTrue();
  }

  @Test
  void aProductThatCameLaterIsSpokenForAtOnce() {
    assertThat(like("late")).isEmpty();
    catalog.write("demo", List.of(titled("late", "Retro kettle")));
    assertThat(like("late")).contains("kettle", "toaster");
  }

  @Test
  void whoHasNoTimeDoesNotWaitAndTheNextFindsItMade() {
    long now = System.nanoTime();
    assertThatThrownBy(() -> similar.to("demo", "kettle", 100, now))
        .isInstanceOf(OverBudgetException.class);
    assertThat(soon(() -> answers("kettle", now))).isTrue();
  }

  private boolean answers(String id, long deadline) {
    try {
      return !similar.to("demo", id, 100, deadline).isEmpty();
    } catch (OverBudgetException e) {
      return false;
    }
  }

  private static boolean soon(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  @Test
  void whatWasWarmedIsTheSame() {
    similar.warm("demo", catalog.ids("demo"));
    List<Similar> warmed = to("demo", "kettle", 100);
    assertThat(warmed).isSameAs(to("demo", "kettle", 100)).hasSize(2);
  }

  /** A word that all products have tells nothing of any, but that they have it. */
  @Test
  void aCatalogueOfWhichNothingCanBeLearnedIsWarmedToo() {
    catalog.write("lamps", List.of(titled("red", "Red lamp"), titled("blue", "Blue lamp")));
    similar.warm("lamps", catalog.ids("lamps"));
    assertThat(to("lamps", "red", 10)).extracting(Similar::productId).containsExactly("blue");
  }

  private static CatalogProduct told(String id, String language, String title) {
    return Products.of(id, in(language, title), offer(Availability.IN_STOCK, false));
  }

  /** What is learned does not depend on which language was written first. */
  @Test
  void listsAreTheSameWhicheverLanguageCameFirst() {
    List<CatalogProduct> products =
        List.of(
            told("kettle", "en", "Red retro kettle"),
            told("toaster", "en", "Red retro toaster"),
            told("mug", "en", "Small mug and kettle"),
            told("kessel", "de", "Roter alter Kessel"),
            told("toast", "de", "Roter alter Toaster"),
            told("becher", "de", "Kleiner Becher und Kessel"));
    catalog.write("english-first", products);
    catalog.write("german-first", products.reversed());
    similar.warm("english-first", catalog.ids("english-first"));
    similar.warm("german-first", catalog.ids("german-first"));
    for (CatalogProduct product : products) {
      assertThat(to("german-first", product.id(), 10))
          .isNotEmpty()
          .isEqualTo(to("english-first", product.id(), 10));
    }
  }

  /**
   * Properties, on random catalogues: best first, no product among its own like, at most five
   * terms, strongest first, which together weigh no more than the score; and all of it the same
   * however the index came to be.
   */
  @RepeatedTest(5)
  void listsKeepTheirOrderHoweverTheIndexCameToBe(RepetitionInfo repetition) {
    long seed = Chance.seed() + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<CatalogProduct> products =
        IntStream.range(0, 200).mapToObj(i -> titled("p" + i, anyTitle(random))).toList();
    catalog.write("whole", products);
    List<CatalogProduct> shuffled = new ArrayList<>(products);
    Collections.shuffle(shuffled, random);
    for (int from = 0; from < shuffled.size(); from += 40) {
      catalog.write("parts", shuffled.subList(from, from + 40));
    }
    for (String id : catalog.ids("whole")) {
      List<Similar> like = to("whole", id, 100);
      assertThat(to("parts", id, 100)).as("seed %d, %s", seed, id).isEqualTo(like);
      assertThat(like).isNotEmpty().extracting(Similar::productId).doesNotContain(id);
      for (int i = 0; i < like.size(); i++) {
        Similar each = like.get(i);
        if (i > 0) {
          assertThat(each.score()).isLessThanOrEqualTo(like.get(i - 1).score() * (1 + FLOAT_ERROR));
        }
        assertThat(each.traits()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(each.traits())
            .extracting(trait -> -trait.weight())
            .as("strongest first")
            .isSorted();
        assertThat(each.traits().stream().mapToDouble(SharedTrait::weight).sum())
            .isLessThanOrEqualTo(each.score() * (1 + FLOAT_ERROR));
      }
    }
  }

  private static String anyTitle(Random random) {
    return IntStream.range(0, 3 + random.nextInt(6))
        .mapToObj(i -> "word" + random.nextInt(40))
        .collect(Collectors.joining(" "));
  }
}
