package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.CandidateProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.blend.Contribution;
import io.shelfwise.gateway.blend.Proposals;
import io.shelfwise.gateway.blend.Ranking;
import io.shelfwise.gateway.blend.Weights;
import io.shelfwise.gateway.rules.Exploration;
import io.shelfwise.gateway.rules.Exploration.Place;
import io.shelfwise.gateway.rules.Placement;
import io.shelfwise.gateway.rules.Scorer;
import io.shelfwise.gateway.rules.Spread;
import io.shelfwise.recommendation.v1.Evidence;
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
  private final Ranking exploring;
  private final List<Place<Integer>> places;
  private final int speaking;

  /**
   * A shelf.
   *
   * @param ranking what says how good a product is,
   * @param exploring and of one at a place that is kept for exploration
   * @param speaking how many products of a page or cart speak
   */
  private Shelf(
      ProposeCandidatesResponse candidates,
      Ranking ranking,
      Ranking exploring,
      List<Place<Integer>> places,
      int speaking) {
    this.candidates = candidates;
    this.ranking = ranking;
    this.exploring = exploring;
    this.places = places;
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
    Ranking exploring =
        placement
            .exploration()
            .map(Exploration::weights)
            .map(weighed -> Ranking.blend(proposals, weighed, known, nameOf))
            .orElse(ranking);
    return new Shelf(
        candidates,
        ranking,
        exploring,
        Spread.spread(
            places(placement, ranking, exploring, candidates),
            place -> candidates.getProducts(place.product()).getCategory(),
            placement.longestRun()),
        question.products().size());
  }

  private static List<Place<Integer>> places(
      Placement placement,
      Ranking ranking,
      Ranking exploring,
      ProposeCandidatesResponse candidates) {
    List<Integer> ranked = ranking.products().boxed().toList();
    return placement
        .exploration()
        .map(
            exploration ->
                exploration.places(
                    ranked, untried(exploration, exploring, candidates), Question.MOST_ANSWERED))
        .orElseGet(() -> ranked.stream().limit(Question.MOST_ANSWERED).map(Place::ranked).toList());
  }

  private static List<Integer> untried(
      Exploration exploration, Ranking exploring, ProposeCandidatesResponse candidates) {
    return exploring
        .products()
        .filter(product -> isFor(exploration, candidates.getProducts(product)))
        .boxed()
        .toList();
  }

  /** Of a recommend-service that does not tell who bought it, nothing is taken for untried. */
  private static boolean isFor(Exploration exploration, CandidateProduct product) {
    return product.hasBuyerCount() && exploration.isFor(product.getBuyerCount());
  }

  private static Proposals proposals(CandidateList list) {
    return new Proposals(
        list.getRecommender(),
        list.getCandidatesList().stream().mapToInt(Candidate::getProductIndex).toArray(),
        list.getCandidatesList().stream().mapToDouble(Candidate::getScore).toArray());
  }

  /** How many products there are on all pages. */
  int size() {
    return places.size();
  }

  /** A page of recommendations. */
  List<Recommendation> page(int from, int size) {
    return places.stream().skip(from).limit(size).map(this::recommendation).toList();
  }

  private Recommendation recommendation(Place<Integer> place) {
    int index = place.product();
    Ranking says = place.kept() ? exploring : ranking;
    CandidateProduct product = candidates.getProducts(index);
    Recommendation.Builder recommendation =
        Recommendation.newBuilder()
            .setProduct(product.getName())
            .setTitle(product.getTitle())
            .setScore(says.score(index));
    if (place.kept()) {
      recommendation.setExploration(ReasonText.ofUntried(product.getBuyerCount()));
    }
    if (product.hasPrice()) {
      recommendation.setPrice(product.getPrice());
    }
    for (Contribution contribution : says.contributions(index)) {
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
    List<Evidence> spoke = EvidenceMapping.of(candidate, candidates.getEvidenceList(), scale);
    return Reason.newBuilder()
        .setRecommender(contribution.recommender())
        .setContribution(contribution.value())
        .addAllEvidence(spoke)
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
