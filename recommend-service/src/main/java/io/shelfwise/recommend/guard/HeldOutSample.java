package io.shelfwise.recommend.guard;

import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.interactions.Lesson;
import io.shelfwise.recommend.interactions.StoreInteractions;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Withheld;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import java.util.BitSet;
import java.util.List;

/**
 * The customers of whom a product was withheld, as they would have been without it: what models are
 * judged by.
 *
 * <p>Ranked is everything that was ever of interest to anyone, in stock or not, but what the
 * customer knows: so the judgement tells of the model, not of the season.
 */
public final class HeldOutSample {
  private static final int TEN = 10;
  private static final int TWENTY = 20;

  private final List<Probe> probes;
  private final int products;

  private HeldOutSample(List<Probe> probes, int products) {
    this.probes = probes;
    this.products = products;
  }

  /** What to ask a model, and the product that it should find. */
  private record Probe(Query query, int product) {}

  /** The customers of a lesson, with what speaks for each now. */
  public static HeldOutSample of(
      Lesson lesson, StoreInteractions interactions, InterestWeights weights) {
    return new HeldOutSample(
        lesson.withheld().stream().map(withheld -> probe(withheld, interactions, weights)).toList(),
        lesson.data().interests().productCount());
  }

  private static Probe probe(
      Withheld withheld, StoreInteractions interactions, InterestWeights weights) {
    int product = withheld.product();
    Taste taste = interactions.taste(withheld.customer(), weights).without(product);
    BitSet known = new BitSet();
    for (int i = 0; i < taste.size(); i++) {
      known.set(taste.product(i));
    }
    Query query =
        Query.of(
            taste,
            interactions.trail(withheld.customer()).without(product),
            withheld.customer(),
            true,
            other -> !known.get(other),
            interactions.now());
    return new Probe(query, product);
  }

  /** Whether there is no one to judge by. */
  public boolean isEmpty() {
    return probes.isEmpty();
  }

  /** Asks for each of the customers. */
  public Judgement judge(Recommender recommender, Watch watch) {
    double[] hits = new double[probes.size()];
    double[] gains = new double[probes.size()];
    BitSet covered = new BitSet();
    Scratch scratch = new Scratch();
    for (int i = 0; i < hits.length; i++) {
      watch.check();
      Probe probe = probes.get(i);
      int rank = 0;
      for (Proposal proposal : recommender.propose(probe.query(), TWENTY, scratch)) {
        rank++;
        covered.set(proposal.product());
        if (proposal.product() == probe.product()) {
          hits[i] = 1;
          gains[i] = rank > TEN ? 0 : Math.log(2) / Math.log(rank + 1.0);
        }
      }
    }
    return new Judgement(hits, gains, covered.cardinality() / (double) Math.max(1, products));
  }
}
