package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search in a shop that sells in three languages. */
class LanguageSearchTest {
  @TempDir Path folder;
  private Catalog catalog;

  @BeforeEach
  void write() {
    catalog = open("en");
    catalog.write(
        "demo",
        List.of(
            in("de", "muehle", "Kaffeemühle mit Handkurbel"),
            in("de", "baecher", "Rote Becher aus Edelstahl"),
            in("en", "mill", "Coffee mills"),
            in("", "gift", "A gift for Hanna"),
            in("de-CH", "gift-de", "Gift gegen Ratten"),
            in("zh", "kettle", "不锈钢水壶"),
            in("zh-Hant", "cup", "咖啡杯")));
  }

  private Catalog open(String language) {
    return Catalog.open(
        new Catalog.Settings(
            folder, 2, 100, Duration.ofSeconds(20), 10, language, AttributeWeights.EVEN));
  }

  private static CatalogProduct in(String language, String id, String title) {
    return Products.of(id, Wording.of(title).in(language), Offer.UNPRICED);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private List<String> found(String text, String language) {
    return catalog.search("demo", CatalogQuery.text(text).in(language), 0, 10).found().stream()
        .map(found -> found.product().id())
        .toList();
  }

  @Test
  void everyProductIsFoundInItsOwnLanguage() {
    assertThat(found("Mühlen", "")).containsExactly("muehle");
    assertThat(found("roter becher", "")).containsExactly("baecher");
    assertThat(found("coffee mill", "")).containsExactly("mill");
    assertThat(found("水壶", "")).containsExactly("kettle");
    assertThat(found("咖啡", "")).containsExactly("cup");
  }

  @Test
  void aLanguageThatIsAskedForIsTheOnlyOneFound() {
    assertThat(found("gift", "")).containsExactlyInAnyOrder("gift", "gift-de");
    assertThat(found("gift", "de")).containsExactly("gift-de");
    assertThat(found("gift", "en-US")).containsExactly("gift");
    assertThat(found("gift", "fr")).isEmpty();
    assertThat(found("", "zh")).containsExactly("cup", "kettle");
  }

  @Test
  void productsThatDoNotTellAreReadAnewWhenTheUsualLanguageChanges() {
    catalog.write("demo", List.of(in("", "home", "Häuser")));
    assertThat(found("haus", "")).isEmpty();
    long before = catalog.version("demo");
    catalog.close();

    catalog = open("de");

    assertThat(found("haus", "")).containsExactly("home");
    assertThat(found("gift", "en")).isEmpty();
    assertThat(catalog.ids("demo")).hasSize(8);
    assertThat(catalog.version("demo")).isGreaterThan(before);
  }
}
