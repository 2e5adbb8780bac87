package io.shelfwise.value.appraisal;

import io.shelfwise.value.lifecycle.NextAction;
import io.shelfwise.value.lifecycle.Standing;
import io.shelfwise.value.segment.Loyalty;
import io.shelfwise.value.segment.RfmScores;
import java.util.List;

/**
 * What the rules say of a buyer, as of the store's newest event.
 *
 * @param membership the groups the buyer is in
 * @param scores recency, frequency and monetary score
 * @param loyalty how loyal the buyer is
 * @param standing where the buyer stands, and why
 * @param actions what to do, the most fitting first
 */
public record Appraisal(
    Membership membership,
    RfmScores scores,
    Loyalty loyalty,
    Standing standing,
    List<NextAction> actions) {}
