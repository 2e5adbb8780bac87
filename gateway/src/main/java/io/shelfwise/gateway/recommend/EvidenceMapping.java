package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.recommendation.v1.Attribute;
import io.shelfwise.recommendation.v1.Evidence;
import io.shelfwise.recommendation.v1.Habit;
import io.shelfwise.recommendation.v1.Rule;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Passes on what spoke for a candidate as what speaks for a recommendation. Recommend-service tells
 * each source once for all candidates, by place; a recommendation stands by itself, so there it is
 * told in full.
 */
final class EvidenceMapping {
  private final List<io.shelfwise.candidate.v1.Evidence> sources;

  private EvidenceMapping(List<io.shelfwise.candidate.v1.Evidence> sources) {
    this.sources = sources;
  }

  /**
   * The evidence of a candidate, strongest first, in the unit of the answer.
   *
   * @param sources what its evidence speaks of, by place
   * @param scale what one unit of the candidate's score counts there
   */
  static List<Evidence> of(
      Candidate candidate, List<io.shelfwise.candidate.v1.Evidence> sources, double scale) {
    EvidenceMapping mapping = new EvidenceMapping(sources);
    return IntStream.range(0, candidate.getEvidenceIndicesCount())
        .mapToObj(
            i ->
                mapping.evidence(
                    sources.get(candidate.getEvidenceIndices(i)),
                    candidate.getEvidenceWeights(i) * scale))
        .toList();
  }

  private Evidence evidence(io.shelfwise.candidate.v1.Evidence source, double contribution) {
    Evidence.Builder evidence = Evidence.newBuilder().setContribution(contribution);
    switch (source.getSourceCase()) {
      case PRODUCT ->
          evidence
              .setProduct(source.getProduct().getName())
              .setTitle(source.getProduct().getTitle());
      case TERM -> evidence.setTerm(source.getTerm());
      case CUSTOMER_COUNT -> evidence.setCustomerCount(source.getCustomerCount());
      case ATTRIBUTE -> evidence.setAttribute(attribute(source.getAttribute()));
      case RULE -> evidence.setRule(rule(source.getRule()));
      case HABIT -> evidence.setHabit(habit(source.getHabit()));
      case REST -> evidence.setRest(source.getRest());
      // Of a newer recommend-service: its weight is told, so that all still adds up.
      case SOURCE_NOT_SET -> evidence.setRest(true);
    }
    return evidence.build();
  }

  private static Attribute attribute(io.shelfwise.candidate.v1.Attribute shared) {
    return Attribute.newBuilder().setName(shared.getName()).setValue(shared.getValue()).build();
  }

  private Rule rule(io.shelfwise.candidate.v1.Rule rule) {
    Rule.Builder told =
        Rule.newBuilder()
            .setOrderCount(rule.getOrderCount())
            .setConfidence(rule.getConfidence())
            .setLift(rule.getLift());
    for (int place : rule.getEvidenceIndicesList()) {
      EvidenceProduct product = sources.get(place).getProduct();
      told.addProducts(product.getName()).addTitles(product.getTitle());
    }
    return told.build();
  }

  private static Habit habit(io.shelfwise.candidate.v1.Habit habit) {
    return Habit.newBuilder()
        .setOrderCount(habit.getOrderCount())
        .setIntervalDays(habit.getIntervalDays())
        .setDaysSince(habit.getDaysSince())
        .build();
  }
}
