package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SearchRangesTest {
  @ParameterizedTest
  @EnumSource(value = RecommenderName.class, names = "RECENTLY_VIEWED", mode = Mode.EXCLUDE)
  void everyRecommenderDeclaresValuesThatItTakesAndTheDeliveredIsAmongThem(RecommenderName name) {
    SortedMap<String, String> ranges = SearchRanges.of(name);

    assertThat(ranges).isNotEmpty();
    ranges.forEach(
        (setting, values) -> {
          String delivered = taken(setting, Map.of());
          assertThat(values.split(","))
              .as(setting)
              .hasSizeGreaterThan(1)
              .anyMatch(value -> taken(setting, Map.of(setting, value)).equals(delivered));
        });
  }

  /** What a setting comes to; one that is not there or not possible is refused. */
  private static String taken(String setting, Map<String, String> set) {
    return DeliveredSettings.with(set).values().getOrDefault(setting, "");
  }
}
