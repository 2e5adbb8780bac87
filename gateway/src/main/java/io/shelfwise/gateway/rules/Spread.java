package io.shelfwise.gateway.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps one category from filling the shelf: after so many products of a category in a row, the
 * best product of another one comes first. Nothing is lost, and where only one category is left, it
 * goes on.
 */
public final class Spread {
  private Spread() {}

  /**
   * The ranking, spread.
   *
   * @param ranking best first
   * @param categoryOf the category of a product; products of the empty one belong to none and are
   *     never too many
   * @param longestRun how many of a category may follow each other; 0: any number
   */
  public static <P> List<P> spread(
      List<P> ranking, Function<P, String> categoryOf, int longestRun) {
    if (longestRun == 0) {
      return ranking;
    }
    List<P> waiting = new ArrayList<>(ranking);
    List<P> shelf = new ArrayList<>(ranking.size());
    String running = "";
    int inARow = 0;
    while (!waiting.isEmpty()) {
      String full = inARow >= longestRun ? running : "";
      P next =
          waiting.stream()
              .filter(product -> full.isEmpty() || !categoryOf.apply(product).equals(full))
              .findFirst()
              .orElse(waiting.getFirst());
      waiting.remove(next);
      shelf.add(next);
      String category = categoryOf.apply(next);
      inARow = category.equals(running) ? inARow + 1 : 1;
      running = category;
    }
    return shelf;
  }
}
