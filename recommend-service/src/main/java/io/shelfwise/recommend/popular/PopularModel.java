package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What one moment thinks of each product, which is proposed to everybody alike. Immutable.
 *
 * <p>The first of the ranking are made ready, since everybody is shown them. Who may be shown too
 * few of those is answered out of all products.
 */
public final class PopularModel implements Recommender {
  /** That of a store where nothing was done. */
  public static final PopularModel EMPTY = new PopularModel(new double[0], new int[0], 1);

  private final double[] scores;
  private final int[] buyers;
  private final List<Proposal> first;

  /** Whether those that are made ready may not be all. */
  private final boolean more;

  /**
   * The model of these scores; the arrays are kept, not copied.
   *
   * @param scores by product; one of 0 is not proposed
   * @param buyers how many customers have bought each product, of the first products
   * @param ready how many of the ranking are made ready
   */
  PopularModel(double[] scores, int[] buyers, int ready) {
    this.scores = scores;
    this.buyers = buyers;
    this.first = List.copyOf(best(ready, _ -> true, new Best()));
    this.more = first.size() == ready;
  }

  private List<Proposal> best(int count, IntPredicate allowed, Best best) {
    best.reset(count);
    for (int product = 0; product < scores.length; product++) {
      double score = scores[product];
      // Asked last, because it costs most.
      if (score > 0 && best.beats(product, score) && allowed.test(product)) {
        best.add(product, score);
      }
    }
    best.sort();
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      proposals.add(proposal(best.number(i), best.score(i)));
    }
    return proposals;
  }

  /** How many customers have bought a product, at that moment. */
  public int buyers(int product) {
    return product < buyers.length ? buyers[product] : 0;
  }

  private Proposal proposal(int product, double score) {
    int bought = buyers(product);
    // What was only looked at is popular with no buyer.
    List<Evidence> told =
        bought > 0 ? List.of(new Evidence.FromCustomers(bought, score)) : List.of();
    return new Proposal(product, score, Evidence.completed(told, score));
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    List<Proposal> proposals = new ArrayList<>(Math.min(count, first.size()));
    for (Proposal proposal : first) {
      if (proposals.size() == count) {
        break;
      }
      if (query.allowed().test(proposal.product())) {
        proposals.add(proposal);
      }
    }
    return more && proposals.size() < count
        ? best(count, query.allowed(), scratch.best)
        : proposals;
  }
}
