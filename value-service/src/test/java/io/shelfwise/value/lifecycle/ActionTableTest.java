package io.shelfwise.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.value.segment.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionTableTest {
  private static final ActionRule FOR_ALL = rule(90, Set.of(), Set.of(), Set.of(), "recommend");
  private static final ActionTable TABLE =
      new ActionTable(
          List.of(
              FOR_ALL,
              rule(10, Set.of(Stage.AT_RISK), Set.of(Tier.HIGH), Set.of(), "call"),
              rule(20, Set.of(Stage.AT_RISK, Stage.CHURNED), Set.of(), Set.of(), "win-back"),
              rule(30, Set.of(), Set.of(), Set.of("loyalty:loyal", "level:gold"), "referral"),
              rule(40, Set.of(Stage.AT_RISK), Set.of(), Set.of(), "call")));

  @Test
  void answersWhatFitsInTheOrderOfTheTable() {
    assertThat(actions(Stage.AT_RISK, Optional.of(Tier.HIGH)))
        .containsExactly("call", "win-back", "recommend");
    assertThat(actions(Stage.AT_RISK, Optional.of(Tier.LOW)))
        .containsExactly("win-back", "call", "recommend");
    assertThat(actions(Stage.CHURNED, Optional.of(Tier.HIGH)))
        .containsExactly("win-back", "recommend");
  }

  @Test
  void asksForAllSegmentsOfALine() {
    assertThat(actions(Stage.GROWTH, Optional.of(Tier.LOW), "loyalty:loyal", "level:gold"))
        .containsExactly("referral", "recommend");
    assertThat(actions(Stage.GROWTH, Optional.of(Tier.LOW), "loyalty:loyal"))
        .containsExactly("recommend");
  }

  @Test
  void hasSomethingForEveryone() {
    for (Stage stage : Stage.values()) {
      assertThat(actions(stage, Optional.empty())).isNotEmpty();
      for (Tier tier : Tier.values()) {
        assertThat(actions(stage, Optional.of(tier))).isNotEmpty();
      }
    }
  }

  @Test
  void tellsTheNumbersThatLedThere() {
    NextAction first = TABLE.actions(situation(Stage.AT_RISK, Optional.of(Tier.HIGH))).getFirst();

    assertThat(first)
        .isEqualTo(new NextAction("call", "do call", Map.of("days_since_last_purchase", 41.0)));
  }

  @Test
  void refusesATableThatLeavesSomeoneOut() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ActionTable(
                    List.of(FOR_ALL, rule(99, Set.of(Stage.GROWTH), Set.of(), Set.of(), "last"))));
    assertThatIllegalArgumentException().isThrownBy(() -> new ActionTable(List.of()));
  }

  private static ActionRule rule(
      int order, Set<Stage> stages, Set<Tier> tiers, Set<String> segments, String action) {
    return new ActionRule(order, stages, tiers, segments, action, "do " + action);
  }

  private static List<String> actions(Stage stage, Optional<Tier> tier, String... segments) {
    return TABLE.actions(situation(stage, tier, segments)).stream()
        .map(NextAction::action)
        .toList();
  }

  private static Situation situation(Stage stage, Optional<Tier> tier, String... segments) {
    Standing standing =
        new Standing(stage, OptionalInt.of(3), "is so", Map.of("days_since_last_purchase", 41.0));
    return new Situation(standing, tier, Set.copyOf(Arrays.asList(segments)));
  }
}
