package io.shelfwise.recommend.rules;

import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies each rule whose condition is among the products that speak: those of the page, of the
 * cart or of the customer's history.
 *
 * <p>The score of product {@code j} is {@code Σ a_c · strength(c → j)} over those conditions {@code
 * c}, where {@code a_c} is how loud the quietest product of the condition speaks, by {@link
 * Attention}. Each term of the sum is the part that is due to its rule.
 */
final class RulesRecommender implements Recommender {
  private final Rules rules;
  private final float[] strengths;
  private final Attention attention;

  RulesRecommender(Rules rules, Attention attention) {
    this.rules = rules;
    this.strengths = rules.strengths();
    this.attention = attention;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Scores voices = voices(query.taste(), scratch);
    Scores scores = scratch.products;
    scores.reset();
    int[] starts = rules.ruleStarts();
    apply(
        query,
        voices,
        (condition, voice) ->
            scores.addAll(
                rules.conclusions(), strengths, starts[condition], starts[condition + 1], voice));
    scratch.best.select(scores, count, query.allowed());
    Best best = scratch.best;
    if (!query.explained()) {
      return best.proposals();
    }
    explain(query, voices, scratch);
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      List<Evidence> told = Evidence.completed(told(place, scratch.parts), best.score(place));
      proposals.add(new Proposal(best.number(place), best.score(place), told));
    }
    return proposals;
  }

  /** How loud each product speaks. */
  private Scores voices(Taste taste, Scratch scratch) {
    Scores voices = scratch.customers;
    voices.reset();
    for (int i = 0; i < attention.length(taste); i++) {
      voices.add(taste.product(i), attention.weight(taste, i));
    }
    return voices;
  }

  /** Does something with each rule's condition that is among the products that speak. */
  @FunctionalInterface
  private interface Application {
    void apply(int condition, double voice);
  }

  private void apply(Query query, Scores voices, Application application) {
    int[] firsts = rules.firsts();
    int known = firsts.length - 1;
    for (int product = voices.next(0);
        product >= 0 && product < known;
        product = voices.next(product + 1)) {
      query.checkTime();
      for (int condition = firsts[product]; condition < firsts[product + 1]; condition++) {
        double voice = voice(condition, voices);
        if (voice > 0) {
          application.apply(condition, voice);
        }
      }
    }
  }

  /** How loud the quietest product of a condition speaks; 0 if one does not. */
  private double voice(int condition, Scores voices) {
    double quietest = Double.POSITIVE_INFINITY;
    int[] starts = rules.conditionStarts();
    for (int i = starts[condition]; i < starts[condition + 1]; i++) {
      quietest = Math.min(quietest, voices.get(rules.products()[i]));
    }
    return quietest;
  }

  /** Applies the rules once more, when the best are known, to keep the strongest of each. */
  private void explain(Query query, Scores voices, Scratch scratch) {
    Parts parts = scratch.parts;
    parts.reset(scratch.best.size(), Evidence.MOST);
    scratch.places.reset(scratch.best);
    apply(
        query,
        voices,
        (condition, voice) -> {
          for (int rule = rules.ruleStarts()[condition];
              rule < rules.ruleStarts()[condition + 1];
              rule++) {
            int place = scratch.places.of(rules.conclusions()[rule]);
            if (place >= 0) {
              parts.offer(place, rule, voice * strengths[rule]);
            }
          }
        });
  }

  private List<Evidence> told(int place, Parts parts) {
    List<Evidence> told = new ArrayList<>(parts.count(place) + 1);
    for (int i = 0; i < parts.count(place); i++) {
      int rule = parts.product(place, i);
      told.add(
          new Evidence.FromRule(
              rules.condition(rules.conditionOf(rule)),
              rules.together()[rule],
              rules.confidences()[rule],
              rules.lifts()[rule],
              parts.part(place, i)));
    }
    return told;
  }
}
