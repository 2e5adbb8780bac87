package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.popular.PopularModel;
import io.shelfwise.recommend.store.Shelf;
import java.util.List;
import java.util.Map;

/**
 * What the recommenders propose.
 *
 * @param shelf the products that the proposals speak of, by number
 * @param proposals the proposals of each recommender that answered, best first
 * @param missing the recommenders that did not answer
 * @param categories by which category each product counts
 * @param historyCount how many products the customer's history has
 * @param familiarity how familiar the customer is with categories of products
 * @param popularity who has bought what is proposed
 */
public record Answer(
    Shelf shelf,
    Map<RecommenderName, List<Proposal>> proposals,
    List<RecommenderName> missing,
    Categories categories,
    int historyCount,
    Familiarity familiarity,
    PopularModel popularity) {}
