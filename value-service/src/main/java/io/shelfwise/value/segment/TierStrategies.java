package io.shelfwise.value.segment;

/**
 * What marketing does with the customers of each tier, in a sentence.
 *
 * @param low with the third that spent least
 * @param medium with the third between
 * @param high with the third that spent most
 */
public record TierStrategies(String low, String medium, String high) {
  /** What marketing does with this tier. */
  public String of(Tier tier) {
    return switch (tier) {
      case LOW -> low;
      case MEDIUM -> medium;
      case HIGH -> high;
    };
  }
}
