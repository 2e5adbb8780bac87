package io.shelfwise.recommend.neighbors;

/**
 * Which customers are neighbours, and how much each has to say.
 *
 * @param size how many neighbours a customer has at most
 * @param power to which power the similarity of a neighbour is its say: the higher, the more the
 *     nearest rule
 * @param mostCustomers among how many customers of a product neighbours are looked for at most
 * @param leastCustomers how many neighbours must like a product for it to be proposed because of
 *     them
 */
public record Neighborhood(int size, double power, int mostCustomers, int leastCustomers) {
  public Neighborhood {
    atLeastOne("neighbors", size);
    if (!(power > 0)) {
      throw new IllegalArgumentException("power: " + power + " (expected: > 0)");
    }
    atLeastOne("most-customers", mostCustomers);
    atLeastOne("least-customers", leastCustomers);
  }

  /** One in which neighbours are looked for among all customers, and each of them counts. */
  public static Neighborhood ofAll(int size, double power) {
    return new Neighborhood(size, power, Integer.MAX_VALUE, 1);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
    }
  }

  /** The say of a neighbour. */
  double say(double similarity) {
    return power == 2 ? similarity * similarity : Math.pow(similarity, power);
  }
}
