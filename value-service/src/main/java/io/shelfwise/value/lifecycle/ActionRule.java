package io.shelfwise.value.lifecycle;

import io.shelfwise.value.segment.Tier;
import java.util.Set;

/**
 * A line of the table of actions.
 *
 * @param order where the line stands: the lowest first
 * @param stages the stages it is for; empty: any
 * @param tiers the tiers it is for; empty: any, also none
 * @param segments the segments that a customer must be in, by id such as {@code loyalty:loyal}, all
 *     of them
 * @param action what to do, such as {@code win-back}
 * @param text how, in a sentence
 */
public record ActionRule(
    int order,
    Set<Stage> stages,
    Set<Tier> tiers,
    Set<String> segments,
    String action,
    String text) {
  public ActionRule {
    if (action.isBlank()) {
      throw new IllegalArgumentException("action: blank (expected: a name)");
    }
    stages = Set.copyOf(stages);
    tiers = Set.copyOf(tiers);
    segments = Set.copyOf(segments);
  }

  /** Whether it is for everyone. */
  boolean isForAll() {
    return stages.isEmpty() && tiers.isEmpty() && segments.isEmpty();
  }

  boolean isFor(Situation situation) {
    return (stages.isEmpty() || stages.contains(situation.standing().stage()))
        && (tiers.isEmpty() || situation.tier().filter(tiers::contains).isPresent())
        && situation.segments().containsAll(segments);
  }
}
