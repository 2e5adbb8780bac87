package io.shelfwise.recommend.catalog;

import static io.shelfwise.recommend.catalog.Products.titled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void open() {
    catalog = Catalog.open(Catalog.Settings.usual(folder));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void whatWasWrittenIsThereWhenTheWriteReturns() {
    CatalogProduct kettle = Products.whole("kettle");
    catalog.write("demo", List.of(kettle));
    assertThat(catalog.get("demo", "kettle")).contains(kettle);
    assertThat(catalog.search("demo", CatalogQuery.text("kettle"), 0, 10).found())
        .extracting(SearchPage.Found::product)
        .containsExactly(kettle);
    assertThat(catalog.shown("demo", "kettle"))
        .contains(
            new ShownProduct(
                "kettle", "Café kettle", "EUR", 39_990_000, 0.4, "Kitchen", "Brühwarm", true));
  }

  @Test
  void aRestartChangesNothing() {
    catalog.write("demo", List.of(Products.whole("kettle"), titled("cup", "Cup")));
    catalog.write("other", List.of(titled("pen", "Pen")));
    catalog.delete("demo", "cup");
    long version = catalog.version("demo");
    close();
    open();
    assertThat(catalog.stores()).containsExactly("demo", "other");
    assertThat(catalog.get("demo", "kettle")).contains(Products.whole("kettle"));
    assertThat(catalog.get("demo", "cup")).isEmpty();
    assertThat(catalog.ids("demo")).containsExactly("kettle");
    assertThat(catalog.shown("demo", "kettle")).isPresent();
    assertThat(catalog.version("demo")).isEqualTo(version);
  }

  @Test
  void whatWasWrittenIsOnDiskWhenTheWriteReturns(@TempDir Path elsewhere) throws IOException {
    catalog.write("demo", List.of(Products.whole("kettle"), titled("cup", "Cup")));
    catalog.delete("demo", "cup");
    // As the disk is now, with no orderly end: what a machine finds that lost its power.
    Path found = Files.createDirectory(elsewhere.resolve("demo"));
    try (Stream<Path> files = Files.list(folder.resolve("demo"))) {
      for (Path file : files.toList()) {
        Files.copy(file, found.resolve(file.getFileName()));
      }
    }
    try (Catalog again = Catalog.open(Catalog.Settings.usual(elsewhere))) {
      assertThat(again.get("demo", "kettle")).contains(Products.whole("kettle"));
      assertThat(again.ids("demo")).containsExactly("kettle");
      assertThat(again.version("demo")).isEqualTo(catalog.version("demo"));
    }
  }

  @Test
  void aWriteThatFailsLeavesNothingAndTheNextGoesWell() throws IOException {
    catalog.write("demo", List.of(titled("kettle", "Kettle")));
    // Lucene makes sure of its lock before it writes, and stops for good when that is gone.
    Files.delete(folder.resolve("demo").resolve("write.lock"));
    assertThatThrownBy(() -> catalog.write("demo", List.of(titled("cup", "Cup"))))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(catalog.ids("demo")).containsExactly("kettle");
    assertThat(catalog.get("demo", "cup")).isEmpty();

    catalog.write("demo", List.of(titled("pen", "Pen")));
    assertThat(catalog.ids("demo")).containsExactly("kettle", "pen");
    assertThat(catalog.search("demo", CatalogQuery.text(""), 0, 10).total()).isEqualTo(2);
  }

  @Test
  void aWriteReplacesTheWholeProduct() {
    catalog.write("demo", List.of(Products.whole("kettle")));
    catalog.write("demo", List.of(titled("kettle", "Samovar")));
    assertThat(catalog.get("demo", "kettle")).contains(titled("kettle", "Samovar"));
    assertThat(catalog.search("demo", CatalogQuery.text("kettle"), 0, 10).found())
        .as("the id is still found")
        .hasSize(1);
    assertThat(catalog.search("demo", CatalogQuery.text("café"), 0, 10).total()).isZero();
    assertThat(catalog.list("demo", "", 10).total()).isEqualTo(1);
  }

  @Test
  void ofTwoWithTheSameIdTheLaterStays() {
    catalog.write("demo", List.of(titled("kettle", "First"), titled("kettle", "Second")));
    assertThat(catalog.get("demo", "kettle").orElseThrow().wording().title()).isEqualTo("Second");
    assertThat(catalog.shown("demo", "kettle").orElseThrow().title()).isEqualTo("Second");
  }

  @Test
  void aDeletedProductIsNowhere() {
    catalog.write("demo", List.of(titled("kettle", "Kettle")));
    assertThat(catalog.delete("demo", "kettle")).isTrue();
    assertThat(catalog.delete("demo", "kettle")).isFalse();
    assertThat(catalog.get("demo", "kettle")).isEmpty();
    assertThat(catalog.shown("demo", "kettle")).isEmpty();
    assertThat(catalog.search("demo", CatalogQuery.text("kettle"), 0, 10).total()).isZero();
  }

  @Test
  void storesDoNotSeeEachOther() {
    catalog.write("demo", List.of(titled("kettle", "Kettle")));
    catalog.write("Demo", List.of(titled("cup", "Cup")));
    assertThat(catalog.ids("demo")).containsExactly("kettle");
    assertThat(catalog.get("Demo", "kettle")).isEmpty();
    assertThat(catalog.search("Demo", CatalogQuery.text("kettle"), 0, 10).total()).isZero();
  }

  @Test
  void aStoreThatWasNeverWrittenIsEmptyAndIsNotMade() {
    assertThat(catalog.get("none", "kettle")).isEmpty();
    assertThat(catalog.list("none", "", 10)).isEqualTo(CatalogPage.EMPTY);
    assertThat(catalog.search("none", CatalogQuery.text("x"), 0, 10)).isEqualTo(SearchPage.EMPTY);
    assertThat(catalog.delete("none", "kettle")).isFalse();
    assertThat(catalog.version("none")).isZero();
    assertThat(catalog.stores()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void pagesByIdGiveEachProductOnce() {
    List<CatalogProduct> products =
        IntStream.range(0, 25).mapToObj(i -> titled("p" + (i * 7 % 25), "Product")).toList();
    catalog.write("demo", products.subList(0, 13));
    catalog.write("demo", products.subList(13, 25));
    List<String> seen = new ArrayList<>();
    String after = "";
    CatalogPage page;
    do {
      page = catalog.list("demo", after, 10);
      assertThat(page.total()).isEqualTo(25);
      page.products().forEach(product -> seen.add(product.id()));
      after = seen.getLast();
    } while (page.more());
    assertThat(seen).isEqualTo(catalog.ids("demo")).hasSize(25);
  }

  @Test
  void largeProductsMakeShortPages() {
    Map<String, String> megabyte = Map.of("manual", "x".repeat(1 << 20));
    for (int i = 0; i < 8; i++) {
      CatalogProduct large = titled("p" + i, "Large");
      catalog.write(
          "demo",
          List.of(
              new CatalogProduct(
                  large.id(),
                  large.wording(),
                  large.offer(),
                  megabyte,
                  "",
                  Optional.empty(),
                  large.updateTime())));
    }
    CatalogPage page = catalog.list("demo", "", 8);
    assertThat(page.more()).isTrue();
    // With their other fields, four are a little more than 4 MiB.
    assertThat(page.products()).hasSize(3);
    assertThat(catalog.search("demo", CatalogQuery.text("large"), 0, 8).found()).hasSize(3);
  }

  @Test
  void theVersionGrowsWithEachChangeAndTheWordsVersionWithThatOfWords() {
    catalog.write("demo", List.of(titled("kettle", "Kettle")));
    long written = catalog.version("demo");
    assertThat(catalog.wordsVersion("demo")).isEqualTo(written);

    catalog.write(
        "demo",
        List.of(Products.of("kettle", Wording.of("Kettle"), Products.at("EUR", 1_000_000))));
    assertThat(catalog.version("demo")).isGreaterThan(written);
    assertThat(catalog.wordsVersion("demo")).as("a price is no word").isEqualTo(written);

    catalog.write(
        "demo",
        List.of(
            Products.of(
                "kettle", Wording.of("Kettle"), Products.offer(Availability.OUT_OF_STOCK, false))));
    assertThat(catalog.wordsVersion("demo"))
        .as("it is shown no more")
        .isEqualTo(catalog.version("demo"));
  }

  @Test
  void anUpdateSeesWhatIsThere() {
    catalog.update(
        "demo",
        "kettle",
        before -> {
          assertThat(before).isEmpty();
          return titled("kettle", "Kettle");
        });
    catalog.update(
        "demo",
        "kettle",
        before -> titled("kettle", before.orElseThrow().wording().title() + ", red"));
    assertThat(catalog.get("demo", "kettle")).contains(titled("kettle", "Kettle, red"));
  }

  @Test
  void whenAProductWasFirstWrittenStays() {
    CatalogProduct first = titled("kettle", "Kettle");
    catalog.write("demo", List.of(first));
    CatalogProduct later =
        new CatalogProduct(
            "kettle",
            Wording.of("Red kettle"),
            first.offer(),
            Map.of(),
            "",
            Optional.empty(),
            first.updateTime().plusSeconds(60));
    catalog.write("demo", List.of(later));
    assertThat(catalog.created("demo", "kettle")).contains(first.updateTime());
    assertThat(catalog.update("demo", "kettle", before -> later).createTime())
        .isEqualTo(first.updateTime());
    close();
    open();
    assertThat(catalog.created("demo", "kettle")).contains(first.updateTime());
    assertThat(catalog.get("demo", "kettle").orElseThrow().createTime())
        .isEqualTo(first.updateTime());
    assertThat(catalog.delete("demo", "kettle")).isTrue();
    catalog.write("demo", List.of(later));
    assertThat(catalog.created("demo", "kettle")).contains(later.updateTime());
  }

  @Test
  void anUpdateThatFailsWritesNothing() {
    assertThatThrownBy(
            () ->
                catalog.update(
                    "demo",
                    "kettle",
                    before -> {
                      throw ApiException.invalid("product.title", "be there");
                    }))
        .isInstanceOf(ApiException.class);
    assertThat(catalog.stores()).isEmpty();
  }

  @Test
  void thereAreOnlySoManyStores() {
    close();
    catalog =
        Catalog.open(
            new Catalog.Settings(
                folder, 1, 10, Duration.ofSeconds(5), 1, "en", AttributeWeights.EVEN));
    catalog.write("one", List.of(titled("kettle", "Kettle")));
    assertThatThrownBy(() -> catalog.write("two", List.of(titled("kettle", "Kettle"))))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("no more are allowed");
  }

  @Test
  void embeddingsOfTwoLengthsAreNeverSideBySide() {
    catalog.write("demo", List.of(Products.whole("kettle")));
    CatalogProduct other =
        new CatalogProduct(
            "cup",
            Wording.of("Cup"),
            Offer.UNPRICED,
            Map.of(),
            "",
            Optional.of(Embedding.of(1, 2)),
            Instant.EPOCH);

    assertThatThrownBy(() -> catalog.write("demo", List.of(Products.titled("mug", "Mug"), other)))
        .hasMessageContaining("embedding must have as many entries");
    assertThat(catalog.get("demo", "mug")).as("of the same write").isEmpty();
  }
}
