package io.shelfwise.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.rpc.Launch;
import io.shelfwise.value.predict.Horizon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueSettingsTest {
  @TempDir private Path directory;

  @Test
  void startsWithItsDefaults() {
    try (FakeLog log = new FakeLog();
        ApplicationContext context = start(log, Map.of())) {
      ValueSettings settings = context.getBean(ValueSettings.class);

      assertThat(settings.horizon()).isEqualTo(new Horizon(365, 0.1));
      assertThat(settings.snapshotEvery()).isEqualTo(Duration.ofMinutes(5));
      assertThat(settings.refitRule().every()).isEqualTo(Duration.ofHours(1));
      assertThat(settings.trainer().leastCustomers()).isEqualTo(100);
      assertThat(context.getBean(StrategySettings.class).strategies().high()).isNotBlank();
      assertThat(context.getBean(ValueNode.class)).isNotNull();
    }
  }

  @Test
  void refusesASettingThatNoOneKnows() {
    try (FakeLog log = new FakeLog()) {
      assertThatThrownBy(() -> start(log, Map.of("shelfwise.value.horizn-days", "30")).close())
          .hasMessageContaining("shelfwise.value.horizn-days");
    }
  }

  private ApplicationContext start(FakeLog log, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("shelfwise.value.listen", "in-process:value-" + UUID.randomUUID());
    settings.put("shelfwise.value.profile-target", log.target);
    settings.put("shelfwise.value.data-directory", directory.toString());
    settings.put("shelfwise.value.drain", "0s");
    settings.put("shelfwise.access.required", "false");
    settings.put("micronaut.server.port", "-1");
    return Launch.start(List.of("value-service"), settings);
  }
}
