package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.content.CategoryPredictor;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.content.PredictedCategory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the categories away from every fiftieth product of a fashion shop, and compares what is
 * predicted with what it was: the whole path of three steps, the last of them one of 143.
 */
@Tag("real-data")
class CategoryQualityTest {
  private static final String STORE = "fashion";
  private static final int CHUNK = 2_000;
  private static final int EVERY = 50;
  private static final double SURE = 0.8;

  /** Less than this is a step back and not noise. */
  private static final double LEAST = 0.8;

  @TempDir Path folder;

  @Test
  void mostPredictionsAreRightAndSureOnesMoreOften() throws Exception {
    List<CatalogProduct> written = new ArrayList<>();
    List<CatalogProduct> withheld = new ArrayList<>();
    for (CatalogProduct product : FashionProducts.read()) {
      boolean withhold = written.size() % EVERY == 0;
      written.add(withhold ? withoutCategories(product) : product);
      if (withhold) {
        withheld.add(product);
      }
    }
    int right = 0;
    int sure = 0;
    int sureAndRight = 0;
    try (Catalog catalog = Catalog.open(Catalog.Settings.usual(folder));
        LuceneSimilarProducts similar =
            new LuceneSimilarProducts(catalog, LuceneSimilarProducts.Settings.USUAL)) {
      for (int from = 0; from < written.size(); from += CHUNK) {
        catalog.write(STORE, written.subList(from, Math.min(from + CHUNK, written.size())));
      }
      CategoryPredictor predictor = new CategoryPredictor(similar, catalog::categories);
      for (CatalogProduct product : withheld) {
        Optional<PredictedCategory> predicted =
            predictor.predict(
                STORE, product.id(), System.nanoTime() + Duration.ofSeconds(10).toNanos());
        boolean hit =
            predicted.map(it -> it.path().equals(product.wording().categories())).orElse(false);
        boolean isSure = predicted.map(it -> it.confidence() >= SURE).orElse(false);
        right += hit ? 1 : 0;
        sure += isSure ? 1 : 0;
        sureAndRight += isSure && hit ? 1 : 0;
      }
    }
    double accuracy = right / (double) withheld.size();
    double precision = sureAndRight / (double) Math.max(1, sure);
    System.out.printf(
        "categories of %d products: %.4f right; of the %d with confidence >= %.1f: %.4f%n",
        withheld.size(), accuracy, sure, SURE, precision);
    assertThat(accuracy).isGreaterThan(LEAST);
    assertThat(precision).isGreaterThan(accuracy);
  }

  private static CatalogProduct withoutCategories(CatalogProduct product) {
    return new CatalogProduct(
        product.id(),
        Wording.of(product.wording().title()),
        product.offer(),
        product.attributes(),
        "",
        Optional.empty(),
        product.updateTime());
  }
}
