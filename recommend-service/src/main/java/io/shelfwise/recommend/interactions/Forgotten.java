package io.shelfwise.recommend.interactions;

import java.util.Map;

/**
 * What was known of a customer who has been erased, so that it can be taken back wherever it was
 * counted.
 *
 * @param trail what the customer did last, action by action
 * @param lastPurchases when each product that the customer had bought was bought last, by the
 *     product's number
 */
public record Forgotten(Trail trail, Map<Integer, Integer> lastPurchases) {
  public Forgotten {
    lastPurchases = Map.copyOf(lastPurchases);
  }
}
