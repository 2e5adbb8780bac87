package io.shelfwise.gateway.recommend;

import io.micrometer.core.instrument.MeterRegistry;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.gateway.rules.Weighting;
import io.shelfwise.recommendation.v1.RecommendResponse;
import io.shelfwise.recommendation.v1.Recommendation;
import io.shelfwise.rpc.PageToken;
import io.shelfwise.value.v1.CustomerValue;
import java.util.List;

/** Answers questions for recommendations. */
final class Recommendations {
  private final Inquiry inquiry;
  private final LastBestsellers bestsellers;
  private final Attribution attribution;
  private final MeterRegistry meters;

  Recommendations(
      Inquiry inquiry, LastBestsellers bestsellers, Attribution attribution, MeterRegistry meters) {
    this.inquiry = inquiry;
    this.bestsellers = bestsellers;
    this.attribution = attribution;
    this.meters = meters;
  }

  /** Asks who can help, and makes one answer of what comes back in time. */
  RecommendResponse answer(Question question) {
    Findings findings = inquiry.ask(question);
    findings.missing().forEach(this::count);
    findings.candidates().ifPresent(candidates -> bestsellers.remember(question, candidates));
    ProposeCandidatesResponse candidates =
        findings.candidates().orElseGet(() -> bestsellers.standIn(question));
    CustomerValue value = findings.value();
    Weighting weighting =
        question.placement().weightingFor(value.getSegmentsList(), candidates.getHistoryCount());
    Shelf shelf = Shelf.of(question, weighting.weights(), candidates);
    List<Recommendation> page = shelf.page(question.skipped(), question.pageSize());
    int answered = question.skipped() + page.size();
    return RecommendResponse.newBuilder()
        .addAllRecommendations(page)
        .setAttributionToken(
            attribution.token(
                question.store(),
                question.placement().name(),
                page.stream().map(Recommendation::getProduct).toList()))
        .addAllMissing(findings.missing())
        .setPlacement(question.placement().name())
        .setTier(value.getTier())
        .setStage(value.getLifecycle().getStage())
        .addAllSegments(value.getSegmentsList())
        .putAllAppliedWeights(weighting.weights().shares())
        .setAppliedWeighting(weighting.name())
        .setNextPageToken(
            answered < shelf.size()
                ? PageToken.encode(Integer.toString(answered), question.identity())
                : "")
        .build();
  }

  private void count(String missing) {
    meters.counter("shelfwise.gateway.missing", "part", missing).increment();
  }
}
