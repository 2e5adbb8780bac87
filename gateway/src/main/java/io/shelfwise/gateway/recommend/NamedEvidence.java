package io.shelfwise.gateway.recommend;

import io.shelfwise.candidate.v1.Candidate;
import io.shelfwise.candidate.v1.Evidence;
import io.shelfwise.candidate.v1.Evidence.SourceCase;
import io.shelfwise.candidate.v1.EvidenceProduct;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import io.shelfwise.candidate.v1.Rule;
import java.util.List;

/**
 * Evidence that tells products by name and title, of such that tells them by index: few of the
 * candidates that come are shown, and only of those it is wanted.
 */
final class NamedEvidence {
  private NamedEvidence() {}

  /** What speaks for a candidate. */
  static List<Evidence> of(Candidate candidate, ProposeCandidatesResponse response) {
    return candidate.getEvidenceList().stream().map(part -> named(part, response)).toList();
  }

  private static Evidence named(Evidence part, ProposeCandidatesResponse response) {
    if (part.getSourceCase() == SourceCase.PRODUCT_INDEX) {
      EvidenceProduct product = response.getEvidenceProducts(part.getProductIndex());
      return part.toBuilder().setProduct(product.getName()).setTitle(product.getTitle()).build();
    }
    return part.getRule().getProductIndicesCount() > 0
        ? part.toBuilder().setRule(named(part.getRule(), response)).build()
        : part;
  }

  private static Rule named(Rule rule, ProposeCandidatesResponse response) {
    Rule.Builder named = rule.toBuilder().clearProductIndices();
    for (int index : rule.getProductIndicesList()) {
      EvidenceProduct product = response.getEvidenceProducts(index);
      named.addProducts(product.getName()).addTitles(product.getTitle());
    }
    return named.build();
  }
}
