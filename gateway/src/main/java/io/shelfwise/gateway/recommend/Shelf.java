package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.blend.Contribution;
import io.shelfwise.gateway.blend.Proposals;
import io.shelfwise.gateway.blend.Ranking;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Scorer;
import io.shelfwise.gateway.rules.Spread;
import io.shelfwise.recommendation.v1.Reason;
import io.shelfwise.recommendation.v1.Recommendation;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * All that is answered to a question, in order, of which a page is shown. Reasons are written for
 * the products of that page only.
 */
final class Shelf {
  private final ProposeCandidatesResponse candidates;
  private final Ranking ranking;
  private final List<Integer> products;
  private final int speaking;

  private Shelf(
      ProposeCandidatesResponse candidates, Ranking ranking, List<Integer> products, int speaking) {
    this.candidates = candidates;
    this.ranking = ranking;
    this.products = products;
    this.speaking = speaking;
  }

  /** Blends what was proposed, with these weights, by the rules of the question's placement. */
  static Shelf of(Question question, Weights weights, ProposeCandidatesResponse candidates) {
    Placement placement = question.placement();
    // The lists come first, so that a contribution's place is that of its list.
    List<Proposals> proposals =
        Stream.concat(
                candidates.getListsList().stream().map(Shelf::proposals),
                Scoring.of(candidates, weights).stream())
            .toList();
    int known = candidates.getProductsCount();
    IntFunction<String> nameOf = product -> candidates.getProducts(product).getName();
    Ranking ranking = Ranking.blend(proposals, weights, known, nameOf);
    if (ranking.size() < Question.MOST_ANSWERED) {
      ranking = ranking.filledFrom(Ranking.blend(proposals, placement.fallback(), known, nameOf));
    }
    return new Shelf(
        candidates,
        ranking,
        Spread.spread(
            ranking.products().limit(Question.MOST_ANSWERED).boxed().toList(),
            product -> candidates.getProducts(product).getCategory(),
            placement.longestRun()),
        question.products().size());
  }

  private static Proposals proposals(CandidateList list) {
    return new Proposals(
        list.getRecommender(),
        list.getCandidatesList().stream().mapToInt(Candidate::getProductIndex).toArray(),
        list.getCandidatesList().stream().mapToDouble(Candidate::getScore).toArray());
  }

  /** How many products there are on all pages. */
  int size() {
    return products.size();
  }

  /** A page of recommendations. */
  List<Recommendation> page(int from, int size) {
    return products.stream().skip(from).limit(size).map(this::recommendation).toList();
  }

  private Recommendation recommendation(int index) {
    CandidateProduct product = candidates.getProducts(index);
    Recommendation.Builder recommendation =
        Recommendation.newBuilder()
            .setProduct(product.getName())
            .setTitle(product.getTitle())
            .setScore(ranking.score(index));
    if (product.hasPrice()) {
      recommendation.setPrice(product.getPrice());
    }
    for (Contribution contribution : ranking.contributions(index)) {
      recommendation.addReasons(
          Scorer.find(contribution.recommender())
              .map(scorer -> reason(contribution, scorer, product))
              .orElseGet(() -> reason(contribution)));
    }
    return recommendation.build();
  }

  private Reason reason(Contribution contribution) {
    Candidate candidate =
        candidates.getLists(contribution.list()).getCandidates(contribution.place());
    // Evidence is weighed in the score's unit; here it counts in the contribution's.
    double scale = contribution.value() / candidate.getScore();
    List<io.shelfwise.candidate.v1.Evidence> spoke = NamedEvidence.of(candidate, candidates);
    return Reason.newBuilder()
        .setRecommender(contribution.recommender())
        .setContribution(contribution.value())
        .addAllEvidence(spoke.stream().map(part -> EvidenceMapping.of(part, scale)).toList())
        .setText(ReasonText.of(contribution.recommender(), spoke, speaking))
        .build();
  }

  /** That of a scorer, for which nothing speaks but the product itself. */
  private static Reason reason(Contribution contribution, Scorer scorer, CandidateProduct product) {
    return Reason.newBuilder()
        .setRecommender(scorer.text())
        .setContribution(contribution.value())
        .setText(ReasonText.of(scorer, product.getCategory()))
        .build();
  }
}
