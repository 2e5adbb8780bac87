package io.shelfwise.value.lifecycle;

import io.shelfwise.value.segment.Tier;
import java.util.Optional;
import java.util.Set;

/**
 * What the shop knows when it asks what to do about a customer.
 *
 * @param standing where the customer stands
 * @param tier the customer's tier; empty for one who has not bought
 * @param segments the ids of all segments the customer is in
 */
public record Situation(Standing standing, Optional<Tier> tier, Set<String> segments) {
  public Situation {
    segments = Set.copyOf(segments);
  }
}
