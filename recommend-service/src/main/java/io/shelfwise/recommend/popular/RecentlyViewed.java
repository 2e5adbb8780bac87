package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.interactions.Kind;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Proposes what the customer looked at last: each product once, the newest first. The score of the
 * {@code n}-th is {@code 1 / n}.
 */
public final class RecentlyViewed implements Recommender {
  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Trail trail = query.trail();
    List<Proposal> proposals = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int i = trail.size() - 1; i >= 0 && proposals.size() < count; i--) {
      int product = trail.product(i);
      if (trail.kind(i) == Kind.VIEW && !seen.get(product)) {
        seen.set(product);
        if (query.allowed().test(product)) {
          double score = 1.0 / (proposals.size() + 1);
          proposals.add(
              new Proposal(product, score, List.of(new Evidence.FromProduct(product, score))));
        }
      }
    }
    return proposals;
  }
}
