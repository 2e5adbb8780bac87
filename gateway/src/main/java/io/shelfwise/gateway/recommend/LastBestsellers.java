package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.CandidateList;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was last proposed to anyone in a store, kept in memory for the time that recommend-service
 * is away, so that a page has something to show.
 *
 * <p>Only proposals that were made for no one in particular are kept, so no customer sees what was
 * meant for another. They grow old, hence a limit; and what the customer has bought cannot be left
 * out of them, since only recommend-service knows it.
 */
final class LastBestsellers {
  /** A store more is not remembered. */
  private static final int MOST_STORES = 1000;

  /** Bestsellers change slowly; to keep every answer would be work for nothing. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Map<String, Kept> byStore = new ConcurrentHashMap<>();
  private final Duration keep;
  private final InstantSource clock;

  LastBestsellers(Duration keep, InstantSource clock) {
    this.keep = keep;
    this.clock = clock;
  }

  private record Kept(ProposeCandidatesResponse response, Instant time) {}

  /** Keeps what was proposed, if it is something and for anyone. */
  void remember(Question question, ProposeCandidatesResponse response) {
    if (!question.isForAnyone() || isEmpty(response)) {
      return;
    }
    Kept kept = byStore.get(question.store());
    Instant now = clock.instant();
    boolean wanted =
        kept == null ? byStore.size() < MOST_STORES : kept.time().plus(FRESH).isBefore(now);
    if (wanted) {
      byStore.put(question.store(), new Kept(response, now));
    }
  }

  /** As of a store that is being filled, or of whose recommenders none was in time. */
  private static boolean isEmpty(ProposeCandidatesResponse response) {
    return response.getListsList().stream().allMatch(list -> list.getCandidatesCount() == 0);
  }

  /**
   * What can be proposed without recommend-service; nothing, if nothing is known that is young
   * enough, or only some products are wanted, which only recommend-service can tell from others.
   */
  ProposeCandidatesResponse standIn(Question question) {
    return Optional.ofNullable(byStore.get(question.store()))
        .filter(kept -> question.filter().isEmpty())
        .filter(kept -> kept.time().plus(keep).isAfter(clock.instant()))
        .map(kept -> without(question, kept.response()))
        .orElse(ProposeCandidatesResponse.getDefaultInstance());
  }

  private static ProposeCandidatesResponse without(
      Question question, ProposeCandidatesResponse response) {
    Set<String> unwanted = new HashSet<>(question.excluded());
    unwanted.addAll(question.products());
    ProposeCandidatesResponse.Builder rest =
        ProposeCandidatesResponse.newBuilder()
            .addAllProducts(response.getProductsList())
            .addAllEvidence(response.getEvidenceList());
    for (CandidateList list : response.getListsList()) {
      CandidateList.Builder some = rest.addListsBuilder().setRecommender(list.getRecommender());
      for (Candidate candidate : list.getCandidatesList()) {
        if (!unwanted.contains(response.getProducts(candidate.getProductIndex()).getName())) {
          some.addCandidates(candidate);
        }
      }
    }
    return rest.build();
  }
}
