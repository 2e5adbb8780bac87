package io.shelfwise.recommend;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.shelfwise.recommend.sessions.SessionNearness;
import io.shelfwise.recommend.sessions.SessionsTrainer;

/**
 * How {@code session} works.
 *
 * @param sample how many of the newest visits are kept for each product
 * @param neighbors how many visits are listened to
 * @param decay how fast what lies further back in the present visit loses weight
 * @param focus how closely a past visit is listened to around what it has in common with the
 *     present one
 * @param before how many times as much it says of what came before
 * @param rarity how much a rare product is preferred to one that comes up everywhere
 * @param again whether what was seen in a visit may be proposed in it again
 */
@ConfigurationProperties("shelfwise.recommend.session")
public record SessionSettings(
    int sample,
    int neighbors,
    double decay,
    double focus,
    double before,
    double rarity,
    boolean again) {

  SessionsTrainer trainer(InterestSettings interest, PrivacySettings privacy) {
    return new SessionsTrainer(
        new SessionNearness(
            sample,
            neighbors,
            decay,
            focus,
            before,
            rarity,
            again,
            (int) interest.sessionPause().toMinutes(),
            privacy.leastCustomers()));
  }
}
