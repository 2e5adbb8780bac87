package io.shelfwise.gateway.recommend;

import io.shelfwise.recommendation.v1.Attribute;
import io.shelfwise.recommendation.v1.Evidence;
import io.shelfwise.recommendation.v1.Habit;
import io.shelfwise.recommendation.v1.Rule;

/** Passes on what spoke for a candidate, told by name, as what speaks for a recommendation. */
final class EvidenceMapping {
  private EvidenceMapping() {}

  /**
   * The same evidence, in the unit of the answer.
   *
   * @param scale what one unit of the candidate's score counts there
   */
  static Evidence of(io.shelfwise.candidate.v1.Evidence part, double scale) {
    Evidence.Builder evidence =
        Evidence.newBuilder().setContribution(part.getWeight() * scale).setTitle(part.getTitle());
    switch (part.getSourceCase()) {
      case PRODUCT -> evidence.setProduct(part.getProduct());
      case TERM -> evidence.setTerm(part.getTerm());
      case CUSTOMER_COUNT -> evidence.setCustomerCount(part.getCustomerCount());
      case ATTRIBUTE -> evidence.setAttribute(attribute(part.getAttribute()));
      case RULE -> evidence.setRule(rule(part.getRule()));
      case HABIT -> evidence.setHabit(habit(part.getHabit()));
      case REST -> evidence.setRest(part.getRest());
      // Of a newer recommend-service, or of no name: its weight is told, so that all still adds up.
      case PRODUCT_INDEX, SOURCE_NOT_SET -> evidence.setRest(true);
    }
    return evidence.build();
  }

  private static Attribute attribute(io.shelfwise.candidate.v1.Attribute shared) {
    return Attribute.newBuilder().setName(shared.getName()).setValue(shared.getValue()).build();
  }

  private static Rule rule(io.shelfwise.candidate.v1.Rule rule) {
    return Rule.newBuilder()
        .addAllProducts(rule.getProductsList())
        .addAllTitles(rule.getTitlesList())
        .setOrderCount(rule.getOrderCount())
        .setConfidence(rule.getConfidence())
        .setLift(rule.getLift())
        .build();
  }

  private static Habit habit(io.shelfwise.candidate.v1.Habit habit) {
    return Habit.newBuilder()
        .setOrderCount(habit.getOrderCount())
        .setIntervalDays(habit.getIntervalDays())
        .setDaysSince(habit.getDaysSince())
        .build();
  }
}
