package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwise.recommend.model.RecommenderName;
import java.nio.file.Path;
import java.util.Map;
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
        .containsEntry("half-life", "PT4320H");
  }

  @Test
  void whatThereIsNotIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbours", "7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user-knn.neighbours")
        .hasMessageContaining("user-knn.neighbors");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbors", "many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user-knn.neighbors");
    assertThatThrownBy(() -> OfflineRecommenders.with(Map.of("user-knn.neighbors", "0")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: >= 1");
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
