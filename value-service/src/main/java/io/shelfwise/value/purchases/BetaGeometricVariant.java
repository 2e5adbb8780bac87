package io.shelfwise.value.purchases;

/**
 * Which model of the BG family.
 *
 * @param leavesAtOnce whether a customer may leave right after the first purchase
 * @param regularity k: a purchase is every k-th of the events that come at random
 */
record BetaGeometricVariant(boolean leavesAtOnce, int regularity) {
  BetaGeometricVariant {
    if (regularity < 1) {
      throw new IllegalArgumentException("regularity: " + regularity + " (expected: >= 1)");
    }
  }

  /** The variant that a kind of model names. */
  static BetaGeometricVariant of(PurchaseModelKind kind, int regularity) {
    return switch (kind) {
      case BG_NBD -> atRandom(false, regularity);
      case MBG_NBD -> atRandom(true, regularity);
      case BG_CNBD_K -> new BetaGeometricVariant(false, regularity);
      case MBG_CNBD_K -> new BetaGeometricVariant(true, regularity);
      default ->
          throw new IllegalArgumentException("kind: " + kind + " (expected: one of the BG family)");
    };
  }

  private static BetaGeometricVariant atRandom(boolean leavesAtOnce, int regularity) {
    if (regularity != 1) {
      throw new IllegalArgumentException(
          "regularity: " + regularity + " (expected: 1 where purchases come at random)");
    }
    return new BetaGeometricVariant(leavesAtOnce, 1);
  }

  /** How often a customer with so many repeat purchases could have left. */
  int chances(int repeats) {
    return leavesAtOnce ? repeats + 1 : repeats;
  }
}
