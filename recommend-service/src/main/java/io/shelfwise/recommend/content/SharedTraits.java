package io.shelfwise.recommend.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The words and attributes that a proposal shares with the few products that spoke for it, and what
 * of each one's part is due to each.
 *
 * <p>There are a handful, so that looking through them is faster than any map.
 */
final class SharedTraits {
  private final int sources;
  private final List<Trait> traits = new ArrayList<>();
  private final List<double[]> parts = new ArrayList<>();

  /** None yet, of so many products. */
  SharedTraits(int sources) {
    this.sources = sources;
  }

  /**
   * Adds what is shared with a product, whose part is due to each trait as far as their likeness
   * is. What they are about cannot be told, and stays with the product.
   */
  void add(int source, double part, SimilarProducts.Similar similar) {
    for (SimilarProducts.SharedTrait shared : similar.traits()) {
      if (shared.trait() != Trait.Meaning.ALIKE) {
        int trait = traits.indexOf(shared.trait());
        if (trait < 0) {
          trait = traits.size();
          traits.add(shared.trait());
          parts.add(new double[sources]);
        }
        parts.get(trait)[source] += part * shared.weight() / similar.score();
      }
    }
  }

  /** The traits of the largest totals, the largest first. */
  List<Integer> strongest(int most) {
    List<Integer> strongest = new ArrayList<>(most + 1);
    for (int trait = 0; trait < traits.size(); trait++) {
      int at = strongest.size();
      while (at > 0 && total(strongest.get(at - 1)) < total(trait)) {
        at--;
      }
      if (at < most) {
        strongest.add(at, trait);
        if (strongest.size() > most) {
          strongest.removeLast();
        }
      }
    }
    return strongest;
  }

  Trait trait(int trait) {
    return traits.get(trait);
  }

  /** What of a product's part is due to a trait. */
  double part(int trait, int source) {
    return parts.get(trait)[source];
  }

  /** What of all parts is due to a trait. */
  double total(int trait) {
    double total = 0;
    for (double part : parts.get(trait)) {
      total += part;
    }
    return total;
  }
}
