package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.RecommenderName;
import java.util.Collections;
import java.util.List;
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
  public Blend forHistory(int products) {
    return from.floorEntry(products).getValue();
  }

  /**
   * The weights, each under the recommender's name; where histories make a difference, after {@code
   * from-31.} or the like. A recommender that counts for some customers is there for all, with 0
   * where it does not count, because weights that are left out of the gateway's settings stay what
   * they were.
   */
  public SortedMap<String, Double> weights() {
    SortedMap<String, Double> weights = new TreeMap<>();
    List<RecommenderName> names = names();
    from.forEach(
        (least, blend) -> {
          String part = from.size() == 1 ? "" : "from-" + least + ".";
          names.forEach(
              name -> weights.put(part + name.text(), blend.weights().getOrDefault(name, 0.0)));
        });
    return weights;
  }

  /** Who has a say for some of the customers. */
  private List<RecommenderName> names() {
    return from.values().stream().flatMap(blend -> blend.names().stream()).distinct().toList();
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
        .forEach(c -> forHistory(test.ownCount(c)).rank(lists, c, rooms.get(), blended));
    return blended;
  }
}
