package io.shelfwise.gateway.rules;

import io.shelfwise.gateway.blend.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps some places of an answer for products that hardly anybody has bought yet. Most recommenders
 * learn from what customers do, so none of them speaks for such a product, it is shown to nobody,
 * and nobody buys it: where some places are kept, it can come to be known.
 *
 * @param every of so many places the last one is kept
 * @param mostBuyers how many customers at most have bought such a product
 * @param weights how much each recommender counts in choosing among them
 */
public record Exploration(int every, int mostBuyers, Weights weights) {
  public Exploration {
    if (every < 2) {
      throw new IllegalArgumentException("exploration every: " + every + " (expected: >= 2)");
    }
    if (mostBuyers < 0) {
      throw new IllegalArgumentException(
          "exploration most buyers: " + mostBuyers + " (expected: >= 0)");
    }
    Scorer.requireNoScorer("exploration", weights);
  }

  /**
   * A place of an answer.
   *
   * @param product what stands there
   * @param kept whether it stands there because the place is kept for exploration
   */
  public record Place<P>(P product, boolean kept) {
    /** One that is held by right of the ranking. */
    public static <P> Place<P> ranked(P product) {
      return new Place<>(product, false);
    }
  }

  /** Whether a product that so many customers have bought is one of those. */
  public boolean isFor(long buyers) {
    return buyers <= mostBuyers;
  }

  /**
   * The answer's places. A place that is kept goes to the best untried product that does not stand
   * before it already; where there is none, and at all other places, the ranking goes on. No
   * product comes twice, and the answer ends with the ranking.
   *
   * @param ranking best first, untried products among them
   * @param untried those that places are kept for, best first
   * @param most how many places there are at most
   */
  public <P> List<Place<P>> places(List<P> ranking, List<P> untried, int most) {
    Iterator<P> ranked = ranking.iterator();
    Iterator<P> waiting = untried.iterator();
    Set<P> shown = new HashSet<>();
    List<Place<P>> places = new ArrayList<>();
    while (places.size() < most) {
      boolean kept = (places.size() + 1) % every == 0;
      Optional<Place<P>> next =
          (kept ? next(waiting, shown) : Optional.<P>empty())
              .map(product -> new Place<>(product, true))
              .or(() -> next(ranked, shown).map(Place::ranked));
      if (next.isEmpty()) {
        break;
      }
      shown.add(next.get().product());
      places.add(next.get());
    }
    return places;
  }

  private static <P> Optional<P> next(Iterator<P> products, Set<P> shown) {
    while (products.hasNext()) {
      P product = products.next();
      if (!shown.contains(product)) {
        return Optional.of(product);
      }
    }
    return Optional.empty();
  }
}
