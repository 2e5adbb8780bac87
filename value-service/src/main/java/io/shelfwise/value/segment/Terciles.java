package io.shelfwise.value.segment;

import java.util.Arrays;

/**
 * Where the thirds of a store's buyers lie, by revenue less returns.
 *
 * <p>A buyer is high if at least two thirds of the buyers spent less, medium if at least one third
 * did, else low. Who spent the same is therefore in the same tier, the lower one where a border
 * runs through equals; and a store of one buyer has a low one.
 *
 * @param lowMost the most that a buyer of the low tier spent
 * @param mediumMost the most that a buyer of the medium tier spent
 */
public record Terciles(long lowMost, long mediumMost) {
  public Terciles {
    if (lowMost > mediumMost) {
      throw new IllegalArgumentException(
          "lowMost: " + lowMost + " (expected: <= mediumMost, " + mediumMost + ")");
    }
  }

  /** The thirds of buyers who spent these amounts, at least one. */
  public static Terciles of(long[] spent) {
    long[] sorted = spent.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new Terciles(sorted[Math.ceilDiv(n, 3) - 1], sorted[Math.ceilDiv(2 * n, 3) - 1]);
  }

  /** The tier of a buyer who spent so much. */
  public Tier tier(long spent) {
    if (spent <= lowMost) {
      return Tier.LOW;
    }
    return spent <= mediumMost ? Tier.MEDIUM : Tier.HIGH;
  }
}
