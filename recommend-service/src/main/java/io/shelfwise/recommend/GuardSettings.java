package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.guard.Guard;
import io.shelfwise.recommend.interactions.HoldOut;
import io.shelfwise.recommend.trial.Trials;

/**
 * By what new models are judged, and how much worse they may be than those in force.
 *
 * @param share of which part of the customers a product is kept from the models, 0 to 1
 * @param most of about how many customers at most
 * @param least if there would be fewer than about these, models are not judged
 * @param seed what decides which customers
 * @param relative by which part of the old measure a new one may fall, 0 to 1
 * @param absolute and by how much, 0 to 1
 */
@ConfigurationProperties("shelfwise.recommend.guard")
public record GuardSettings(
    double share, int most, int least, long seed, double relative, double absolute) {

  /** What fits in some hundred megabytes while it is judged. */
  private static final int MOST_ACTIONS = 2_000_000;

  private static final int SAMPLES = 1_000;

  HoldOut holdOut() {
    return new HoldOut(share, most, least, seed);
  }

  /** How evaluations that are asked for judge. */
  Trials.Settings trials() {
    return new Trials.Settings(MOST_ACTIONS, SAMPLES, seed);
  }

  Guard guard() {
    return new Guard(relative, absolute);
  }
}
