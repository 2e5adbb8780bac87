package io.shelfwise.recommend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds search to what people judged good, in a shop of 19,406 electronic products. */
@Tag("real-data")
class SearchQualityTest {
  private static final int DEPTH = 10;
  private static final int CHUNK = 2_000;

  /** It is 0.74; less than this is a step back and not noise. */
  private static final double LEAST = 0.72;

  @TempDir Path folder;

  @Test
  void searchFindsWhatPeopleJudgedGood() throws Exception {
    List<CatalogProduct> products = Icecat.products();
    assertThat(products).hasSize(19_406);
    try (Catalog catalog = Catalog.open(Catalog.Settings.usual(folder))) {
      for (int from = 0; from < products.size(); from += CHUNK) {
        catalog.write("icecat", products.subList(from, Math.min(from + CHUNK, products.size())));
      }
      double mean =
          Icecat.judgements().entrySet().stream()
              .filter(query -> hasGood(query.getValue()))
              .mapToDouble(query -> ndcg(catalog, query.getKey(), query.getValue()))
              .average()
              .orElseThrow();
      System.out.printf("NDCG@%d of search on Icecat: %.4f%n", DEPTH, mean);
      assertThat(mean).isGreaterThan(LEAST);
    }
  }

  /** A query of which no judged product is any good measures nothing. */
  private static boolean hasGood(Map<String, Integer> judged) {
    return judged.values().stream().anyMatch(rating -> rating > 0);
  }

  /** Normalised discounted cumulative gain; what was not judged is taken for bad. */
  private static double ndcg(Catalog catalog, String query, Map<String, Integer> judged) {
    List<Integer> found =
        catalog.search("icecat", CatalogQuery.text(query), 0, DEPTH).found().stream()
            .map(each -> judged.getOrDefault(each.product().id(), 0))
            .toList();
    List<Integer> ideal =
        judged.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
    return gain(found) / gain(ideal);
  }

  private static double gain(List<Integer> ratings) {
    double gain = 0;
    for (int i = 0; i < ratings.size(); i++) {
      gain += (Math.pow(2, ratings.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
    }
    return gain;
  }
}
