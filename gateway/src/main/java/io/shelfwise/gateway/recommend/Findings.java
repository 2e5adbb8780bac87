package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.value.v1.CustomerValue;
import java.util.List;
import java.util.Optional;

/**
 * What came back in time.
 *
 * @param candidates what the recommenders propose; empty if recommend-service did not answer
 * @param value the customer's; that of an unknown one if there is no customer or nothing is known
 * @param missing who should have answered and did not
 */
record Findings(
    Optional<ProposeCandidatesResponse> candidates, CustomerValue value, List<String> missing) {
  Findings {
    missing = List.copyOf(missing);
  }
}
