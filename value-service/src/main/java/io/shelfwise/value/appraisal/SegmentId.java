package io.shelfwise.value.appraisal;

import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.Levels;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How segments are called: the dimension, a colon, and the group. */
public final class SegmentId {
  private SegmentId() {}

  /** {@code tier:high}. */
  public static String of(Tier tier) {
    return "tier:" + tier.name().toLowerCase(Locale.ROOT);
  }

  /** {@code level:gold}. */
  public static String of(Level level) {
    return "level:" + level.name();
  }

  /** {@code rfm:champions}. */
  public static String of(RfmSegment segment) {
    return "rfm:" + segment.id();
  }

  /** {@code stage:at-risk}. */
  public static String of(Stage stage) {
    return "stage:" + stage.id();
  }

  /** {@code loyalty:loyal} or {@code loyalty:not-loyal}. */
  public static String ofLoyalty(boolean loyal) {
    return loyal ? "loyalty:loyal" : "loyalty:not-loyal";
  }

  /** All that there are by rule, the best of each dimension first. */
  public static List<String> all(Levels levels) {
    return Stream.of(
            Stream.of(Tier.HIGH, Tier.MEDIUM, Tier.LOW).map(SegmentId::of),
            levels.highestFirst().stream().map(SegmentId::of),
            Arrays.stream(RfmSegment.values()).map(SegmentId::of),
            Arrays.stream(Stage.values()).map(SegmentId::of),
            Stream.of(true, false).map(SegmentId::ofLoyalty))
        .flatMap(ids -> ids)
        .toList();
  }
}
