package io.shelfwise.value.endpoint;

import io.shelfwise.value.appraisal.Rulebook;
import io.shelfwise.value.appraisal.SegmentId;
import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The segments that there are by rule, in words. */
final class SegmentRules {
  private SegmentRules() {}

  /**
   * A segment.
   *
   * @param id the segment's id
   * @param description what its customers have in common
   * @param strategy what marketing does with them; empty when nothing is configured
   */
  record Described(String id, String description, String strategy) {}

  /** All that there are, in the order of {@link SegmentId#all}. */
  static List<Described> all(Rulebook rules) {
    return Stream.of(
            Stream.of(Tier.HIGH, Tier.MEDIUM, Tier.LOW)
                .map(
                    tier ->
                        new Described(SegmentId.of(tier), of(tier), rules.strategies().of(tier))),
            rules.levels().highestFirst().stream()
                .map(level -> new Described(SegmentId.of(level), of(level), level.strategy())),
            Arrays.stream(RfmSegment.values())
                .map(segment -> new Described(SegmentId.of(segment), segment.description(), "")),
            Arrays.stream(Stage.values())
                .map(stage -> new Described(SegmentId.of(stage), of(stage), "")),
            Stream.of(true, false)
                .map(
                    loyal ->
                        new Described(
                            SegmentId.ofLoyalty(loyal),
                            loyal
                                ? "are loyal by the shop's rule"
                                : "are not loyal by the shop's rule",
                            "")))
        .flatMap(Function.identity())
        .toList();
  }

  private static String of(Tier tier) {
    return switch (tier) {
      case HIGH -> "are of the third of the buyers that spent most";
      case MEDIUM -> "are of the third of the buyers between those that spent most and least";
      case LOW -> "are of the third of the buyers that spent least";
    };
  }

  private static String of(Level level) {
    return level.spend() == 0 && level.orders() == 0
        ? "reached no higher level"
        : "spent at least %,.0f, ordered at least %,d times and reached no higher level"
            .formatted(level.spend(), level.orders());
  }

  private static String of(Stage stage) {
    return switch (stage) {
      case ACQUISITION -> "look around, or bought once and may well come back";
      case GROWTH -> "have begun to come back";
      case RETENTION -> "come back with a rhythm of their own";
      case AT_RISK -> "have been silent for longer than their rhythm explains well";
      case CHURNED -> "have most likely left";
    };
  }
}
