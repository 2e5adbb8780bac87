package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.blend.Proposals;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Scorer;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the scorers say of the products that recommenders of some weight propose. */
final class Scoring {
  private Scoring() {}

  /** The scores of each scorer that is weighed. */
  static List<Proposals> of(ProposeCandidatesResponse candidates, Weights weights) {
    List<Scorer> scorers =
        Stream.of(Scorer.values()).filter(scorer -> weights.of(scorer.text()) > 0).toList();
    if (scorers.isEmpty()) {
      return List.of();
    }
    int[] proposed = proposed(candidates, weights);
    return scorers.stream().map(scorer -> scores(scorer, candidates, proposed)).toList();
  }

  private static int[] proposed(ProposeCandidatesResponse candidates, Weights weights) {
    BitSet proposed = new BitSet(candidates.getProductsCount());
    candidates.getListsList().stream()
        .filter(list -> weights.of(list.getRecommender()) > 0)
        .flatMap(list -> list.getCandidatesList().stream())
        .forEach(candidate -> proposed.set(candidate.getProductIndex()));
    return proposed.stream().toArray();
  }

  private static Proposals scores(
      Scorer scorer, ProposeCandidatesResponse candidates, int[] proposed) {
    int[] spokenFor =
        IntStream.of(proposed)
            .filter(index -> score(scorer, candidates.getProducts(index)) > 0)
            .toArray();
    return new Proposals(
        scorer.text(),
        spokenFor,
        IntStream.of(spokenFor)
            .mapToDouble(index -> score(scorer, candidates.getProducts(index)))
            .toArray());
  }

  /** How much a scorer speaks for a product, 0 to 1. */
  private static double score(Scorer scorer, CandidateProduct product) {
    return switch (scorer) {
      case MARGIN -> product.getMargin();
      // Of one who has met nothing yet, nothing can be told apart.
      case DISCOVERY -> product.hasFamiliarity() ? 1 - product.getFamiliarity() : 0;
    };
  }
}
