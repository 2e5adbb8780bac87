package io.shelfwise.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.shelfwise.rpc.Launch;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.lifecycle.ActionTable;
import io.shelfwise.value.lifecycle.LifecycleRule.Thresholds;
import io.shelfwise.value.lifecycle.NextAction;
import io.shelfwise.value.lifecycle.Situation;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.lifecycle.Standing;
import io.shelfwise.value.predict.Horizon;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.Tier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
      assertThat(settings.trainer(_ -> ProductFacts.UNKNOWN).leastCustomers()).isEqualTo(100);
      assertThat(context.getBean(StrategySettings.class).strategies().high()).isNotBlank();
      assertThat(
              new Levels(
                      context.getBeansOfType(LevelSettings.class).stream()
                          .map(LevelSettings::level)
                          .toList())
                  .highestFirst())
          .extracting(Level::name)
          .containsExactly("diamond", "platinum", "gold", "silver", "bronze");
      assertThat(context.getBean(LoyaltySettings.class).rule().threshold()).isEqualTo(0.5);
      assertThat(context.getBean(RiskSettings.class).rule().methods()).hasSize(3);
      assertThat(context.getBean(LifecycleSettings.class).rule().churned())
          .isEqualTo(new Thresholds(5, 0.2, 0.9));
      assertThat(context.getBean(ValueNode.class)).isNotNull();
    }
  }

  @Test
  void knowsWhatToDoAboutEveryone() {
    Standing atRisk = new Standing(Stage.AT_RISK, OptionalInt.of(1), "is silent", Map.of());
    try (FakeLog log = new FakeLog();
        ApplicationContext context = start(log, Map.of())) {
      ActionTable table = ActionSettings.table(context.getBeansOfType(ActionSettings.class));

      assertThat(
              table.actions(new Situation(atRisk, Optional.of(Tier.HIGH), Set.of("rfm:cant-lose"))))
          .extracting(NextAction::action)
          .containsExactly("personal-call", "win-back", "personal-recommendations");
      assertThat(table.actions(new Situation(atRisk, Optional.of(Tier.LOW), Set.of())))
          .extracting(NextAction::action)
          .containsExactly("coupon", "personal-recommendations");
    }
  }

  @Test
  void letsTheShopChangeALine() {
    try (FakeLog log = new FakeLog();
        ApplicationContext context =
            start(
                log,
                Map.of(
                    "shelfwise.value.actions.welcome-series.enabled", "false",
                    "shelfwise.value.actions.hello.order", "5",
                    "shelfwise.value.actions.hello.stages", List.of("acquisition", "at-risk"),
                    "shelfwise.value.actions.hello.text", "Wave."))) {
      ActionTable table = ActionSettings.table(context.getBeansOfType(ActionSettings.class));

      assertThat(table.actions(new Situation(Standing.VISITOR, Optional.empty(), Set.of())))
          .extracting(NextAction::action)
          .containsExactly("hello", "personal-recommendations");
    }
  }

  @Test
  void showsItsNumbersToPrometheus() throws Exception {
    try (FakeLog log = new FakeLog();
        ApplicationContext context = start(log, Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = context.getBean(EmbeddedServer.class).getURI().resolve("/prometheus");

      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains(
              "shelfwise_value_events_total", "shelfwise_value_customers", "shelfwise_value_fits");
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
