package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place on the shop's pages where recommendations are shown.
 *
 * @param name what requests call it
 * @param weights how much each recommender and scorer counts there
 * @param weightings what counts instead for some customers; of those that are for a customer, the
 *     first counts
 * @param fallback how much each recommender counts for what is shown after all that, when it is too
 *     little
 * @param excludePurchased whether products that the customer has bought are left out
 * @param needsProducts whether it makes sense only with products to start from: a page's or a
 *     cart's
 * @param longestRun how many products of one category may follow each other; 0: any number
 * @param exploration which places are kept for products that hardly anybody has bought yet; empty:
 *     none
 */
public record Placement(
    String name,
    Weights weights,
    List<Weighting> weightings,
    Weights fallback,
    boolean excludePurchased,
    boolean needsProducts,
    int longestRun,
    Optional<Exploration> exploration) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

  public Placement {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "placement: " + name + " (expected: 1 to 64 of a-z 0-9 -)");
    }
    Scorer.requireRecommender(weights);
    weightings = List.copyOf(weightings);
    Scorer.requireNoScorer("fallback", fallback);
    if (longestRun < 0) {
      throw new IllegalArgumentException("longestRun: " + longestRun + " (expected: >= 0)");
    }
  }

  /**
   * This placement with other weights, for whichever customer. They are all that counts: no place
   * is kept for what others propose.
   */
  public Placement weighing(Weights others) {
    return new Placement(
        name,
        others,
        List.of(),
        fallback,
        excludePurchased,
        needsProducts,
        longestRun,
        Optional.empty());
  }

  /**
   * What counts for a customer.
   *
   * @param segments those that the customer is in
   * @param history how many products the customer's history has
   */
  public Weighting weightingFor(Collection<String> segments, int history) {
    return all().filter(weighting -> weighting.isFor(segments, history)).findFirst().orElseThrow();
  }

  /** The recommenders that may have a say, whoever the customer is, by name. */
  public List<String> recommenders() {
    return Stream.of(
            all().map(Weighting::weights),
            Stream.of(fallback),
            exploration.stream().map(Exploration::weights))
        .flatMap(weights -> weights)
        .flatMap(some -> Scorer.recommendersIn(some).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** In the order in which they count; the last one, the placement's own, is for anyone. */
  private Stream<Weighting> all() {
    return Stream.concat(weightings.stream(), Stream.of(Weighting.own(weights)));
  }
}
