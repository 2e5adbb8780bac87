package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenSettingsTest {
  @Test
  void whatIsToldCanBeSet() {
    ModelSettings delivered = DeliveredSettings.with(Map.of()).models();
    Map<String, String> set = new HashMap<>();
    delivered
        .byName()
        .forEach(
            (name, told) ->
                told.forEach((setting, value) -> set.put(name.text() + "." + setting, value)));

    assertThat(set).containsEntry("matrix-factorization.frequency-power", "1.0");
    assertThat(DeliveredSettings.with(set).models()).isEqualTo(delivered);
  }

  @Test
  void timesStandInTheLargestUnitThatIsWhole() {
    assertThat(WrittenSettings.value(Duration.ofDays(180))).isEqualTo("180d");
    assertThat(WrittenSettings.value(Duration.ofHours(36))).isEqualTo("36h");
    assertThat(WrittenSettings.value(Duration.ofMillis(1_500))).isEqualTo("1500ms");
    assertThat(WrittenSettings.value(Duration.ZERO)).isEqualTo("0s");
  }
}
