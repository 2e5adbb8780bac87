package io.shelfwise.gateway.blend;

/**
 * A recommender's part of a product's score.
 *
 * @param recommender whose part it is
 * @param list which of the blended proposals are that recommender's, from 0
 * @param place where the product stands in that recommender's proposals
 * @param value how much of the score it is, more than 0
 */
public record Contribution(String recommender, int list, int place, double value) {}
