package io.shelfwise.recommend.interactions;

/** Reads from a trail what was done together. */
public final class Trails {
  private Trails() {}

  /** Tells the orders of a trail: what was bought in the same minute is one. */
  public static void orders(Trail trail, Sequences.Builder into) {
    int begun = Integer.MIN_VALUE;
    for (int i = 0; i < trail.size(); i++) {
      if (trail.kind(i) == Kind.PURCHASE) {
        if (trail.minute(i) != begun) {
          into.endGroup(begun);
          begun = trail.minute(i);
        }
        into.add(trail.product(i));
      }
    }
    into.endGroup(begun);
  }

  /**
   * Tells the visits of a trail: what was looked at, laid into the cart or bought with no longer
   * pause than this.
   *
   * @param pause in minutes
   */
  public static void sessions(Trail trail, int pause, Sequences.Builder into) {
    int begun = 0;
    int last = 0;
    boolean open = false;
    for (int i = 0; i < trail.size(); i++) {
      if (isVisit(trail.kind(i))) {
        if (!open || trail.minute(i) - last > pause) {
          into.endGroup(begun);
          begun = trail.minute(i);
          open = true;
        }
        last = trail.minute(i);
        into.add(trail.product(i));
      }
    }
    into.endGroup(begun);
  }

  /** Whether it is done in a visit to the shop. */
  public static boolean isVisit(Kind kind) {
    return switch (kind) {
      case VIEW, CART_ADDITION, PURCHASE -> true;
      case CART_REMOVAL, RETURN, RATING -> false;
    };
  }
}
