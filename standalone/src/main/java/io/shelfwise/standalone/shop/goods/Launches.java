package io.shelfwise.standalone.shop.goods;

import io.shelfwise.standalone.shop.chance.Chance;
import java.time.Duration;
import java.time.Instant;

/**
 * When each product came into the shop: most were there when it opened, and some have come lately.
 */
public final class Launches {
  private static final double LATE = 0.04;
  private static final Duration LATELY = Duration.ofDays(56);

  /** A shop that is younger has had no time for more. */
  private static final int PART_OF_LIFE = 10;

  /** How long a customer may have looked around already when a visit comes to its end. */
  private static final Duration LONGEST_VISIT = Duration.ofHours(6);

  private final Instant opening;
  private final Instant[] launches;

  private Launches(Instant opening, Instant[] launches) {
    this.opening = opening;
    this.launches = launches;
  }

  /**
   * Draws them.
   *
   * @param products how many products there are; the first one is there from the beginning
   * @param start when the shop opened
   * @param end the last moment at which anything happens
   */
  public static Launches draw(int products, Instant start, Instant end, long seed) {
    Duration part = Duration.between(start, end).dividedBy(PART_OF_LIFE);
    double window = (part.compareTo(LATELY) < 0 ? part : LATELY).toSeconds();
    Instant[] launches = new Instant[products];
    for (int item = 0; item < products; item++) {
      Chance chance = Chance.of(seed, "launch", item);
      boolean late = item > 0 && chance.happens(LATE);
      launches[item] = late ? end.minusSeconds((long) (chance.uniform() * window)) : start;
    }
    return new Launches(start, launches);
  }

  /** When a product came into the shop. */
  public Instant of(Item item) {
    return launches[item.index()];
  }

  /** Whether a product is sold all through a visit that ends then. */
  public boolean isSold(Item item, Instant end) {
    Instant launch = of(item);
    return launch.equals(opening) || !launch.isAfter(end.minus(LONGEST_VISIT));
  }
}
