package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scores;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One ranking of the lists of many recommenders, as the gateway makes it: the score of a product is
 * {@code Σ weight · score / highest score of the list}.
 *
 * @param weights the weight of each recommender that has a say; they sum to 1
 */
public record Blend(Map<RecommenderName, Double> weights) {
  /** By the names that callers know, in which order the sums are made everywhere. */
  private static final Comparator<RecommenderName> BY_NAME =
      Comparator.comparing(RecommenderName::text);

  /** Weights in any unit; those of 0 are the same as none. */
  public Blend {
    Map<RecommenderName, Double> shares = new TreeMap<>(BY_NAME);
    shares.putAll(weights);
    double sum = 0;
    for (Map.Entry<RecommenderName, Double> weight : shares.entrySet()) {
      if (!(weight.getValue() >= 0)) {
        throw new IllegalArgumentException(
            "weight of " + weight.getKey().text() + ": " + weight.getValue() + " (expected: >= 0)");
      }
      sum += weight.getValue();
    }
    if (!(sum > 0) || Double.isInfinite(sum)) {
      throw new IllegalArgumentException("sum of weights: " + sum + " (expected: > 0 and finite)");
    }
    double whole = sum;
    shares.values().removeIf(weight -> weight == 0);
    shares.replaceAll((name, weight) -> weight / whole);
    weights = Collections.unmodifiableMap(shares);
  }

  /** Who has a say, in the order of names. */
  public List<RecommenderName> names() {
    return List.copyOf(weights.keySet());
  }

  /**
   * The blended lists, on all cores.
   *
   * @param lists what each recommender that has a say proposes to the same customers
   * @param width how many products for each customer at most
   */
  public TopLists rank(Map<RecommenderName, TopLists> lists, int customers, int width) {
    TopLists blended = new TopLists(customers, width);
    ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    IntStream.range(0, customers)
        .parallel()
        .forEach(customer -> rank(lists, customer, rooms.get(), blended));
    return blended;
  }

  /** What a thread adds up and sorts in. */
  record Room(Scores sums, Best best) {
    Room() {
      this(new Scores(), new Best());
    }
  }

  /** Writes one customer's list. */
  void rank(Map<RecommenderName, TopLists> lists, int customer, Room room, TopLists blended) {
    Scores sums = room.sums();
    sums.reset();
    weights.forEach(
        (name, weight) -> {
          TopLists list = lists.get(name);
          if (list != null) {
            add(list, customer, weight, sums);
          }
        });
    Best best = room.best();
    best.select(sums, blended.width(), product -> true);
    for (int place = 0; place < best.size(); place++) {
      blended.put(customer, place, best.number(place), best.score(place));
    }
  }

  private static void add(TopLists list, int customer, double weight, Scores scores) {
    int size = list.size(customer);
    double highest = highest(list, customer, size);
    for (int place = 0; place < size; place++) {
      double normalised = list.score(customer, place) / highest;
      scores.add(list.product(customer, place), weight * normalised);
    }
  }

  /** That of the first product, unless a recommender puts its list in another order. */
  static double highest(TopLists list, int customer, int size) {
    double highest = 0;
    for (int place = 0; place < size; place++) {
      highest = Math.max(highest, list.score(customer, place));
    }
    return highest;
  }
}
