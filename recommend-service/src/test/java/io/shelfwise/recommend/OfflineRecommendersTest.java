package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Offer;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.TopLists;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.model.RecommenderName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineRecommendersTest {
  @Test
  void theSettingsAreThoseOfTheService(@TempDir Path folder) {
    assertThat(DeliveredSettings.with(Map.of()).models()).isEqualTo(Defaults.read(folder));
  }

  @Test
  void aSettingCanBeSetOverThem() {
    assertThat(
            OfflineRecommenders.with(Map.of("user-knn.neighbors", "7"))
                .settings(RecommenderName.USER_KNN))
        .containsEntry("neighbors", "7")
        .containsEntry("half-life", "180d");
  }

  @Test
  void whatThereIsNotIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbours", "7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "there is no setting user-knn.neighbours: did you mean user-knn.neighbors? (expected: one of user-knn.again,")
        .hasMessageNotContaining("item-knn");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("nix", "1")))
        .hasMessageStartingWith("there is no setting nix (expected: one of those of autoencoder, ")
        .hasMessageNotContaining("did you mean");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("bm25.strength-of-it", "1")))
        .hasMessageStartingWith("there is no setting bm25.strength-of-it (expected: one of bm25.");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbors", "many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("user-knn.neighbors: many (expected: a whole number)");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.half-life", "long")))
        .hasMessage("user-knn.half-life: long (expected: a length of time, such as 30m or 180d)");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.similarity", "any")))
        .hasMessage("user-knn.similarity: any (expected: one of cosine, pearson)");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbors", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: >= 1");
  }

  @Test
  void whatIsNewIsToldByWhatWasDoneAndNotByTheCatalogue() {
    int old = 0;
    int now = 200 * 24 * 60;
    Split split =
        Split.of(
            List.of(
                new Interaction("ann", "pan", Kind.PURCHASE, old, 1),
                new Interaction("bob", "cup", Kind.PURCHASE, now, 1)),
            Map.of("ann", Set.of("cup")));

    try (OfflineShop shop =
        OfflineRecommenders.with(Map.of()).shop(split, List.of(product("cup"), product("pan")))) {
      TopLists lists = shop.trained().lists(RecommenderName.NEW, 10, true);

      assertThat(lists.size(0)).isEqualTo(1);
      assertThat(shop.trained().product(lists.product(0, 0))).isEqualTo("cup");
    }
  }

  private static CatalogProduct product(String id) {
    return new CatalogProduct(
        id, Wording.of(id), Offer.UNPRICED, Map.of(), "", Optional.empty(), Instant.EPOCH);
  }

  @Test
  void whereNothingIsNewerAllOfAHistorySpeaks() {
    OfflineRecommenders timeless =
        OfflineRecommenders.withoutTimes(Map.of("co-occurrence.history-length", "5"));

    assertThat(timeless.settings(RecommenderName.USER_KNN))
        .containsEntry("history-length", "1000000");
    assertThat(timeless.settings(RecommenderName.CO_OCCURRENCE))
        .containsEntry("history-length", "5");
  }
}
