package io.shelfwise.recommend.cooccurrence;

import io.shelfwise.recommend.interactions.Kind;

/**
 * Something that customers do before they buy, as a sign of what they will buy.
 *
 * @param kind what they do
 * @param weight how much it counts, in the unit of a purchase; more than 0
 */
public record Sign(Kind kind, double weight) {
  public Sign {
    if (kind != Kind.VIEW && kind != Kind.CART_ADDITION) {
      throw new IllegalArgumentException(
          "kind: " + kind + " (expected: " + Kind.VIEW + " or " + Kind.CART_ADDITION + ")");
    }
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight: " + weight + " (expected: > 0)");
    }
  }
}
