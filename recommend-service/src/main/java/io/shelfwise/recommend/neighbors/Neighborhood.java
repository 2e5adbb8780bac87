package io.shelfwise.recommend.neighbors;

/**
 * Which customers are neighbours, and how much each has to say.
 *
 * @param size how many neighbours a customer has at most
 * @param power to which power the similarity of a neighbour is its say: the higher, the more the
 *     nearest rule
 */
public record Neighborhood(int size, double power) {
  public Neighborhood {
    if (size < 1) {
      throw new IllegalArgumentException("size: " + size + " (expected: >= 1)");
    }
    if (!(power > 0)) {
      throw new IllegalArgumentException("power: " + power + " (expected: > 0)");
    }
  }

  /** The say of a neighbour. */
  double say(double similarity) {
    return power == 2 ? similarity * similarity : Math.pow(similarity, power);
  }
}
