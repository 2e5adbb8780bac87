package io.shelfwise.value.endpoint;

import static io.shelfwise.value.endpoint.Messages.timestamp;

import io.shelfwise.value.appraisal.Appraisal;
import io.shelfwise.value.appraisal.Membership;
import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.lifecycle.NextAction;
import io.shelfwise.value.lifecycle.Standing;
import io.shelfwise.value.v1.Action;
import io.shelfwise.value.v1.CustomerValue;
import io.shelfwise.value.v1.CustomerValueView;
import io.shelfwise.value.v1.Lifecycle;
import io.shelfwise.value.v1.Loyalty;
import io.shelfwise.value.v1.Rfm;
import io.shelfwise.value.v1.Stage;
import io.shelfwise.value.v1.Tier;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the rules say of a customer as the contract's messages. */
final class AppraisalMessages {
  private AppraisalMessages() {}

  static void add(
      CustomerValue.Builder value, Appraisal appraisal, Rulebook rules, CustomerValueView view) {
    Membership membership = appraisal.membership();
    value
        .setTier(tier(membership.tier()))
        .setStrategy(rules.strategies().of(membership.tier()))
        .setLevel(membership.level().name())
        .setLevelStrategy(membership.level().strategy())
        .setRfm(
            Rfm.newBuilder()
                .setRecency(appraisal.scores().recency())
                .setFrequency(appraisal.scores().frequency())
                .setMonetary(appraisal.scores().monetary())
                .setSegment(membership.rfm().id()))
        .setLoyalty(
            Loyalty.newBuilder()
                .setScore(appraisal.loyalty().score())
                .setLoyal(appraisal.loyalty().loyal())
                .putAllComponents(appraisal.loyalty().components()))
        .setLifecycle(lifecycle(appraisal.standing()))
        .addAllSegments(membership.segments());
    if (view != CustomerValueView.CUSTOMER_VALUE_VIEW_BASIC) {
      appraisal.actions().forEach(action -> value.addActions(action(action)));
    }
  }

  /** Of a customer who was seen and has not bought. */
  static Lifecycle visitor() {
    return lifecycle(Standing.VISITOR);
  }

  private static Lifecycle lifecycle(Standing standing) {
    Lifecycle.Builder lifecycle =
        Lifecycle.newBuilder()
            .setStage(stage(standing.stage()))
            .setReason(standing.reason())
            .putAllNumbers(standing.numbers());
    standing
        .sinceDay()
        .ifPresent(day -> lifecycle.setSinceTime(timestamp(TimeUnit.DAYS.toMillis(day))));
    return lifecycle.build();
  }

  private static Action action(NextAction action) {
    return Action.newBuilder()
        .setAction(action.action())
        .setText(action.text())
        .putAllNumbers(action.numbers())
        .build();
  }

  static Tier tier(io.shelfwise.value.segment.Tier tier) {
    return switch (tier) {
      case LOW -> Tier.TIER_LOW;
      case MEDIUM -> Tier.TIER_MEDIUM;
      case HIGH -> Tier.TIER_HIGH;
    };
  }

  static Stage stage(io.shelfwise.value.lifecycle.Stage stage) {
    return switch (stage) {
      case ACQUISITION -> Stage.STAGE_ACQUISITION;
      case GROWTH -> Stage.STAGE_GROWTH;
      case RETENTION -> Stage.STAGE_RETENTION;
      case AT_RISK -> Stage.STAGE_AT_RISK;
      case CHURNED -> Stage.STAGE_CHURNED;
    };
  }

  /** The tier that a message means; empty if it means any. */
  static Optional<io.shelfwise.value.segment.Tier> tier(Tier tier) {
    return Arrays.stream(io.shelfwise.value.segment.Tier.values())
        .filter(ours -> tier(ours) == tier)
        .findFirst();
  }

  /** The stage that a message means; empty if it means any. */
  static Optional<io.shelfwise.value.lifecycle.Stage> stage(Stage stage) {
    return Arrays.stream(io.shelfwise.value.lifecycle.Stage.values())
        .filter(ours -> stage(ours) == stage)
        .findFirst();
  }
}
