package io.shelfwise.value.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shelfwise.value.lifecycle.LifecycleRule.Thresholds;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LifecycleRuleTest {
  private static final Thresholds AT_RISK = new Thresholds(2.5, 0.5, 0.6);
  private static final Thresholds CHURNED = new Thresholds(6, 0.2, 0.9);
  private static final LifecycleRule RULE = new LifecycleRule(4, 1, 30, AT_RISK, CHURNED, 3);

  @Test
  void countsPurchasesAsLongAsTheRhythmIsKept() {
    assertThat(rhythm(1, 10)).isEqualTo(Stage.ACQUISITION);
    assertThat(rhythm(2, 10)).isEqualTo(Stage.GROWTH);
    assertThat(rhythm(3, 10)).isEqualTo(Stage.GROWTH);
    assertThat(rhythm(4, 10)).isEqualTo(Stage.RETENTION);
  }

  @Test
  void judgesSilenceByTheCustomersOwnInterval() {
    assertThat(rhythm(4, 24)).isEqualTo(Stage.RETENTION);
    assertThat(rhythm(4, 25)).isEqualTo(Stage.AT_RISK);
    assertThat(rhythm(4, 59)).isEqualTo(Stage.AT_RISK);
    assertThat(rhythm(4, 60)).isEqualTo(Stage.CHURNED);
    assertThat(rhythm(1, 60)).isEqualTo(Stage.CHURNED);
  }

  @Test
  void listensToTheModelOnceACustomerIsOverdue() {
    assertThat(modelled(10, 0.1, 0.99)).as("on time").isEqualTo(Stage.RETENTION);
    assertThat(modelled(11, 0.5, 0.59)).isEqualTo(Stage.RETENTION);
    assertThat(modelled(11, 0.49, 0.1)).isEqualTo(Stage.AT_RISK);
    assertThat(modelled(11, 0.9, 0.6)).isEqualTo(Stage.AT_RISK);
    assertThat(modelled(11, 0.19, 0.1)).isEqualTo(Stage.CHURNED);
    assertThat(modelled(11, 0.9, 0.9)).isEqualTo(Stage.CHURNED);
  }

  @Test
  void refusesThresholdsThatContradict() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LifecycleRule(4, 1, 30, CHURNED, AT_RISK, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LifecycleRule(1, 1, 30, AT_RISK, CHURNED, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LifecycleRule(4, 0, 30, AT_RISK, CHURNED, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(0.5, 0.5, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(2, 1.5, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(2, 0.5, Double.NaN));
  }

  private static Stage rhythm(int purchaseDays, int silentDays) {
    return RULE.stage(
        new Signs(
            purchaseDays, silentDays, 10, OptionalDouble.empty(), OptionalDouble.empty(), 30));
  }

  private static Stage modelled(int silentDays, double active, double silence) {
    return RULE.stage(
        new Signs(4, silentDays, 10, OptionalDouble.of(active), OptionalDouble.of(silence), 30));
  }
}
