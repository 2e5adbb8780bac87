package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.CategoryFamiliarity;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.blend.Proposals;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Scorer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the scorers say of the products that recommenders of some weight propose. */
final class Scoring {
  private final ProposeCandidatesResponse candidates;

  /** How familiar the customer is with each category; of one who has met nothing yet, with none. */
  private final Map<String, Double> familiarities;

  private Scoring(ProposeCandidatesResponse candidates) {
    this.candidates = candidates;
    this.familiarities =
        candidates.getFamiliaritiesList().stream()
            .collect(
                Collectors.toMap(
                    CategoryFamiliarity::getCategory, CategoryFamiliarity::getFamiliarity));
  }

  /** The scores of each scorer that is weighed. */
  static List<Proposals> of(ProposeCandidatesResponse candidates, Weights weights) {
    List<Scorer> scorers =
        Stream.of(Scorer.values()).filter(scorer -> weights.of(scorer.text()) > 0).toList();
    if (scorers.isEmpty()) {
      return List.of();
    }
    int[] proposed = proposed(candidates, weights);
    Scoring scoring = new Scoring(candidates);
    return scorers.stream().map(scorer -> scoring.scores(scorer, proposed)).toList();
  }

  private static int[] proposed(ProposeCandidatesResponse candidates, Weights weights) {
    BitSet proposed = new BitSet(candidates.getProductsCount());
    candidates.getListsList().stream()
        .filter(list -> weights.of(list.getRecommender()) > 0)
        .flatMap(list -> list.getCandidatesList().stream())
        .forEach(candidate -> proposed.set(candidate.getProductIndex()));
    return proposed.stream().toArray();
  }

  private Proposals scores(Scorer scorer, int[] proposed) {
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
  private double score(Scorer scorer, CandidateProduct product) {
    return switch (scorer) {
      case MARGIN -> product.getMargin();
      // Of one who has met nothing yet, nothing can be told apart.
      case DISCOVERY ->
          familiarities.isEmpty() || product.getCategory().isEmpty()
              ? 0
              : 1 - familiarities.getOrDefault(product.getCategory(), 0.0);
    };
  }
}
