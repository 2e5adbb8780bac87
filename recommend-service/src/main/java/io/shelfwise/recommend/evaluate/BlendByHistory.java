package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Other weights for customers with longer histories, as the gateway's weightings have them: who
 * tells more of a customer who has had a hundred products is not who tells more of one who has had
 * ten.
 *
 * @param from the blend that counts from so many products on that a customer is known to have to do
 *     with, up to the next; the first of them from 0
 */
public record BlendByHistory(NavigableMap<Integer, Blend> from) {
  public BlendByHistory {
    if (from.isEmpty() || from.firstKey() != 0) {
      throw new IllegalArgumentException("from: " + from.keySet() + " (expected: the first of 0)");
    }
    from = Collections.unmodifiableNavigableMap(new TreeMap<>(from));
  }

  /** The same weights for everyone. */
  public static BlendByHistory forAll(Blend blend) {
    return new BlendByHistory(new TreeMap<>(Map.of(0, blend)));
  }

  /** What counts for a customer with so many products. */
  public Blend of(int products) {
    return from.floorEntry(products).getValue();
  }

  /**
   * The weights, each under the recommender's name; where histories make a difference, after {@code
   * from-31.} or the like.
   */
  public SortedMap<String, Double> weights() {
    SortedMap<String, Double> weights = new TreeMap<>();
    from.forEach(
        (least, blend) ->
            blend
                .weights()
                .forEach(
                    (name, weight) ->
                        weights.put(
                            (from.size() == 1 ? "" : "from-" + least + ".") + name.text(),
                            weight)));
    return weights;
  }

  /**
   * The blended lists, on all cores.
   *
   * @param lists what each recommender proposes to the customers of the test set
   * @param width how many products for each customer at most
   */
  public TopLists rank(Map<RecommenderName, TopLists> lists, TestSet test, int width) {
    TopLists blended = new TopLists(test.size(), width);
    ThreadLocal<Blend.Room> rooms = ThreadLocal.withInitial(Blend.Room::new);
    IntStream.range(0, test.size())
        .parallel()
        .forEach(c -> of(test.ownCount(c)).rank(lists, c, rooms.get(), blended));
    return blended;
  }
}
