package io.shelfwise.recommend.content;

import io.shelfwise.recommend.content.SimilarProducts.Similar;
import io.shelfwise.recommend.model.OverBudgetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Says where a product without categories belongs, by the products that are most like it: each
 * votes for its own path with as much as it is alike (k nearest neighbours).
 *
 * <pre>
 * confidence(path) = Σ likeness of the neighbours whose path begins so ÷ Σ likeness of all neighbours
 * </pre>
 *
 * <p>The path is followed step by step, to the category of the most votes, as long as at least half
 * of all votes are for it; the first step is always taken.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1967.1053964">Cover, Hart: Nearest neighbor pattern
 *     classification, 1967</a>
 */
public final class CategoryPredictor {
  private static final int NEIGHBORS = 10;

  /** Of more products than voters, since some may have no category either. */
  private static final int ASKED = 50;

  private static final double MAJORITY = 0.5;

  private final SimilarProducts similar;
  private final BiFunction<String, String, List<String>> categories;

  /**
   * A predictor.
   *
   * @param categories the category path of a store's product, empty if it has none
   */
  public CategoryPredictor(
      SimilarProducts similar, BiFunction<String, String, List<String>> categories) {
    this.similar = similar;
    this.categories = categories;
  }

  /** A neighbour's vote. */
  private record Vote(List<String> path, double weight) {}

  /**
   * Where a product belongs, as things stand; empty if nothing is known that is like it, or not in
   * time.
   *
   * @param deadline the {@link System#nanoTime} at which the answer is of no use any more
   */
  public Optional<PredictedCategory> predict(String store, String product, long deadline) {
    try {
      return elected(
          similar.to(store, product, ASKED, deadline),
          neighbor -> categories.apply(store, neighbor));
    } catch (OverBudgetException e) {
      return Optional.empty();
    }
  }

  /**
   * The path that a product's neighbours elect.
   *
   * @param neighbors the most like first
   * @param categories the path of a neighbour, by its id; empty if it has none
   */
  static Optional<PredictedCategory> elected(
      List<Similar> neighbors, Function<String, List<String>> categories) {
    return elected(votes(neighbors, categories));
  }

  private static List<Vote> votes(
      List<Similar> neighbors, Function<String, List<String>> categories) {
    List<Vote> votes = new ArrayList<>(NEIGHBORS);
    for (Similar neighbor : neighbors) {
      List<String> path = categories.apply(neighbor.productId());
      if (!path.isEmpty()) {
        votes.add(new Vote(path, neighbor.score()));
      }
      if (votes.size() == NEIGHBORS) {
        break;
      }
    }
    return votes;
  }

  private static Optional<PredictedCategory> elected(List<Vote> all) {
    double whole = sum(all);
    List<Vote> agreeing = all;
    List<String> path = new ArrayList<>();
    while (true) {
      Optional<String> next = mostVoted(agreeing, path.size());
      if (next.isEmpty()) {
        break;
      }
      int depth = path.size();
      List<Vote> followers =
          agreeing.stream()
              .filter(vote -> vote.path().size() > depth)
              .filter(vote -> vote.path().get(depth).equals(next.get()))
              .toList();
      if (!path.isEmpty() && sum(followers) < MAJORITY * whole) {
        break;
      }
      path.add(next.get());
      agreeing = followers;
    }
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new PredictedCategory(path, Math.min(1, sum(agreeing) / whole)));
  }

  /** The category of the most votes at a depth, of equals the first by name. */
  private static Optional<String> mostVoted(List<Vote> votes, int depth) {
    Map<String, Double> counts = new HashMap<>();
    for (Vote vote : votes) {
      if (vote.path().size() > depth) {
        counts.merge(vote.path().get(depth), vote.weight(), Double::sum);
      }
    }
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static double sum(List<Vote> votes) {
    return votes.stream().mapToDouble(Vote::weight).sum();
  }
}
