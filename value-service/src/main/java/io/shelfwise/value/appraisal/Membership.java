package io.shelfwise.value.appraisal;

import io.shelfwise.value.lifecycle.Stage;
import io.shelfwise.value.segment.Level;
import io.shelfwise.value.segment.RfmSegment;
import io.shelfwise.value.segment.Tier;
import java.util.List;

/**
 * The groups that a buyer is in: one of each dimension.
 *
 * @param tier third by revenue less returns
 * @param level level by spend and orders
 * @param rfm segment by recency, frequency and monetary score
 * @param stage stage of the lifecycle
 * @param loyal whether the buyer counts as loyal
 */
public record Membership(Tier tier, Level level, RfmSegment rfm, Stage stage, boolean loyal) {
  /** The ids of the segments, one of each dimension, always in the same order. */
  public List<String> segments() {
    return List.of(
        SegmentId.of(tier),
        SegmentId.of(level),
        SegmentId.of(rfm),
        SegmentId.of(stage),
        SegmentId.ofLoyalty(loyal));
  }
}
