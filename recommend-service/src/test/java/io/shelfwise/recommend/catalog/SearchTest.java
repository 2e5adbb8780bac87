package io.shelfwise.recommend.catalog;

import static io.shelfwise.recommend.catalog.Products.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.Chance;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final String ALPHABET = "ab \"+-|*()~\\/:^[]{}!&?.'é🫖\u0000\n\t";

  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
    catalog.write(
        "demo",
        List.of(
            titled("22423", "Regency cakestand"),
            titled("kettle", "Red retro kettle"),
            titled("cup", "Red cup"),
            titled("plate", "Blue plate"),
            Products.of(
                "whistle",
                new Wording("Whistle", "Fits every kettle", "Hornby", List.of("Kitchen")),
                Offer.UNPRICED),
            Products.of(
                "secret",
                Wording.of("Red secret kettle"),
                Products.offer(Availability.IN_STOCK, true)),
            Products.of(
                "former",
                Wording.of("Former teapot"),
                Products.offer(Availability.OUT_OF_STOCK, false))));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private List<String> found(String text) {
    return catalog.search("demo", CatalogQuery.text(text), 0, 10).found().stream()
        .map(found -> found.product().id())
        .toList();
  }

  @Test
  void aWordInTheTitleCountsMoreThanOneInTheDescription() {
    assertThat(found("kettle")).containsExactly("kettle", "whistle");
  }

  @Test
  void allWordsAreWanted() {
    assertThat(found("red kettle")).containsExactly("kettle");
  }

  @Test
  void oneWordInThreeMayBeMissing() {
    assertThat(found("nice red kettle")).containsExactly("kettle");
    assertThat(found("red retro kettle")).containsExactly("kettle");
  }

  @Test
  void whenNothingHasAllWordsAnyWordWillDo() {
    assertThat(found("blue cup")).containsExactlyInAnyOrder("plate", "cup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kettles", "KETTLE", "kettle's", "kétttle", "ketle", "kettel kettle"})
  void aWordIsFoundHoweverItIsWritten(String written) {
    assertThat(found(written)).startsWith("kettle");
  }

  @Test
  void brandAndCategoryAreWordsToo() {
    assertThat(found("hornby")).containsExactly("whistle");
    assertThat(found("kitchen whistle")).containsExactly("whistle");
  }

  @Test
  void aProductIsFoundByItsId() {
    assertThat(found("22423")).containsExactly("22423");
    assertThat(found(" whistle ")).containsExactly("whistle");
  }

  @Test
  void whatIsHiddenIsNeverFoundAndWhatIsOutOfStockIs() {
    assertThat(found("secret")).isEmpty();
    assertThat(found("")).doesNotContain("secret");
    assertThat(found("teapot")).containsExactly("former");
  }

  @Test
  void noWordsFindEverythingById() {
    assertThat(found("  ")).containsExactly("22423", "cup", "former", "kettle", "plate", "whistle");
  }

  @Test
  void wordsThatSayNothingFindNothing() {
    assertThat(found("the of and")).isEmpty();
    assertThat(found("?!")).isEmpty();
  }

  /** Property: no text is an error, because a query has no syntax. */
  @Test
  void whateverIsTypedIsAnswered() {
    Random random = Chance.random();
    for (int round = 0; round < 200; round++) {
      StringBuilder typed = new StringBuilder();
      for (int i = random.nextInt(500); i > 0; i--) {
        typed.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(found(typed.toString())).doesNotContain("secret");
    }
  }

  @Test
  void pagesOfASearchFollowOneAnother() {
    catalog.write(
        "many",
        IntStream.range(0, 25).mapToObj(i -> titled("p" + (char) ('a' + i), "Cup")).toList());
    SearchPage all = catalog.search("many", CatalogQuery.text("cup"), 0, 25);
    SearchPage first = catalog.search("many", CatalogQuery.text("cup"), 0, 10);
    SearchPage rest = catalog.search("many", CatalogQuery.text("cup"), 10, 20);
    assertThat(first.total()).isEqualTo(25);
    assertThat(first.found()).isEqualTo(all.found().subList(0, 10));
    assertThat(rest.found()).isEqualTo(all.found().subList(10, 25));
    assertThat(all.found())
        .as("equals come by id")
        .extracting(found -> found.product().id())
        .isSorted();
  }
}
