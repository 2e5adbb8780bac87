package io.shelfwise.recommend.guard;

import io.shelfwise.recommend.store.HeldOutMeasures;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether a new model is so much worse than the one in force that it must not take its place:
 * its hit rate or its NDCG fell by more than both bounds and, where both models were asked for the
 * same customers, by more than chance would have it.
 *
 * @param relative by which part of the old measure a new one may fall, 0 to 1
 * @param absolute and by how much
 */
public record Guard(double relative, double absolute) {
  /** A fall that is larger than this many standard errors is no chance. */
  private static final double SURE = 2;

  public Guard {
    if (!(relative >= 0 && relative <= 1)) {
      throw new IllegalArgumentException("relative: " + relative + " (expected: 0 to 1)");
    }
    if (!(absolute >= 0 && absolute <= 1)) {
      throw new IllegalArgumentException("absolute: " + absolute + " (expected: 0 to 1)");
    }
  }

  /** What speaks against a new model, when both were asked for the same customers. */
  public Optional<String> objection(Judgement fresh, Judgement inForce) {
    HeldOutMeasures now = fresh.measures();
    HeldOutMeasures before = inForce.measures();
    double hitError = standardError(inForce.hits(), fresh.hits());
    double gainError = standardError(inForce.gains(), fresh.gains());
    return first(
        fall("hit rate @20", before.hitRate20(), now.hitRate20(), SURE * hitError),
        fall("NDCG @10", before.ndcg10(), now.ndcg10(), SURE * gainError));
  }

  /** What speaks against a new model, when each was asked for customers of its own. */
  public Optional<String> objection(HeldOutMeasures fresh, HeldOutMeasures inForce) {
    return first(
        fall("hit rate @20", inForce.hitRate20(), fresh.hitRate20(), 0),
        fall("NDCG @10", inForce.ndcg10(), fresh.ndcg10(), 0));
  }

  private Optional<String> fall(String measure, double before, double now, double chance) {
    double fall = before - now;
    return fall > absolute && fall > relative * before && fall > chance
        ? Optional.of(String.format(Locale.ROOT, "%s fell from %.4f to %.4f", measure, before, now))
        : Optional.empty();
  }

  private static Optional<String> first(Optional<String> one, Optional<String> other) {
    return Stream.of(one, other).flatMap(Optional::stream).findFirst();
  }

  /** That of the mean of the differences, customer by customer. */
  private static double standardError(double[] ones, double[] others) {
    int count = ones.length;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += (ones[i] - others[i]) / count;
    }
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double off = ones[i] - others[i] - mean;
      squares += off * off;
    }
    return count < 2 ? 0 : Math.sqrt(squares / count / (count - 1.0));
  }
}
