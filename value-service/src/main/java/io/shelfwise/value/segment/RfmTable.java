package io.shelfwise.value.segment;

import static io.shelfwise.value.segment.RfmSegment.ABOUT_TO_SLEEP;
import static io.shelfwise.value.segment.RfmSegment.AT_RISK;
import static io.shelfwise.value.segment.RfmSegment.CANT_LOSE;
import static io.shelfwise.value.segment.RfmSegment.CHAMPIONS;
import static io.shelfwise.value.segment.RfmSegment.HIBERNATING;
import static io.shelfwise.value.segment.RfmSegment.LOST;
import static io.shelfwise.value.segment.RfmSegment.LOYAL;
import static io.shelfwise.value.segment.RfmSegment.NEED_ATTENTION;
import static io.shelfwise.value.segment.RfmSegment.NEW;
import static io.shelfwise.value.segment.RfmSegment.POTENTIAL_LOYALIST;
import static io.shelfwise.value.segment.RfmSegment.PROMISING;

import java.util.List;

/**
 * Which scores make which segment.
 *
 * <p>A line is a recency score, the best first. A column is what the customer is worth: the first
 * is for the lowest frequency score, whatever was spent, since a customer who has hardly come yet
 * is new, not loyal; the others for the mean of frequency and monetary score, halves upward, from 2
 * on. As each pair of line and column has one name, each cell of the cube of scores has exactly
 * one.
 */
public final class RfmTable {
  /** Scores 1 to 5, 125 cells. */
  public static final RfmTable QUINTILES =
      new RfmTable(
          List.of(
              List.of(NEW, POTENTIAL_LOYALIST, POTENTIAL_LOYALIST, LOYAL, CHAMPIONS),
              List.of(PROMISING, POTENTIAL_LOYALIST, LOYAL, LOYAL, CHAMPIONS),
              List.of(ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, NEED_ATTENTION, LOYAL),
              List.of(HIBERNATING, HIBERNATING, AT_RISK, AT_RISK, CANT_LOSE),
              List.of(LOST, LOST, AT_RISK, CANT_LOSE, CANT_LOSE)));

  /** Scores 1 to 4, 64 cells. */
  public static final RfmTable QUARTILES =
      new RfmTable(
          List.of(
              List.of(NEW, POTENTIAL_LOYALIST, LOYAL, CHAMPIONS),
              List.of(PROMISING, POTENTIAL_LOYALIST, LOYAL, LOYAL),
              List.of(ABOUT_TO_SLEEP, ABOUT_TO_SLEEP, NEED_ATTENTION, AT_RISK),
              List.of(LOST, HIBERNATING, AT_RISK, CANT_LOSE)));

  private final List<List<RfmSegment>> lines;

  private RfmTable(List<List<RfmSegment>> lines) {
    this.lines = lines;
  }

  /** How many scores there are. */
  public int bins() {
    return lines.size();
  }

  /** The segment of these scores, each at most {@link #bins}. */
  public RfmSegment segment(RfmScores scores) {
    int worth =
        scores.frequency() == 1 ? 1 : Math.ceilDiv(scores.frequency() + scores.monetary(), 2);
    return lines.get(bins() - scores.recency()).get(worth - 1);
  }
}
