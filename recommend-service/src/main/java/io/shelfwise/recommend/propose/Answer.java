package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import java.util.List;
import java.util.Map;

/**
 * What the recommenders propose.
 *
 * @param products the numbers that the proposals speak in
 * @param proposals the proposals of each recommender that answered, best first
 * @param missing the recommenders that did not answer
 */
public record Answer(
    Dictionary products,
    Map<RecommenderName, List<Proposal>> proposals,
    List<RecommenderName> missing) {}
