package io.shelfwise.recommend.content;

import static io.shelfwise.recommend.catalog.Products.titled;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.content.SimilarProducts.SharedTerm;
import io.shelfwise.recommend.content.SimilarProducts.Similar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSimilarProductsTest {
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
            titled("kettles", "Two small kettles"),
            titled("pen", "Fountain pen"),
            titled("ink", "Fountain pen ink")));
  }

  @AfterEach
  void close() {
    similar.close();
    catalog.close();
  }

  @Test
  void productsAreAlikeByTheWordsTheyShare() {
    List<Similar> like = similar.to("demo", "kettle", 10);
    assertThat(like).extracting(Similar::productId).containsExactly("toaster", "kettles");
    assertThat(like.getFirst().terms()).extracting(SharedTerm::term).contains("red", "retro");
    assertThat(like.getLast().terms()).extracting(SharedTerm::term).containsExactly("kettle");
  }
}
