package io.shelfwise.recommend.popular;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The most popular products of one moment, which are proposed to everybody alike. */
public final class PopularModel implements Recommender {
  /** That of a store where nothing was bought. */
  static final PopularModel EMPTY = new PopularModel(List.of());

  private final List<Proposal> ranking;

  private PopularModel(List<Proposal> ranking) {
    this.ranking = List.copyOf(ranking);
  }

  /** The model of a ranking. */
  static PopularModel of(Best best, IntUnaryOperator buyers) {
    List<Proposal> ranking = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      int bought = buyers.applyAsInt(best.number(i));
      // What was only looked at is popular with no buyer.
      List<Evidence> told =
          bought > 0 ? List.of(new Evidence.FromCustomers(bought, best.score(i))) : List.of();
      ranking.add(
          new Proposal(best.number(i), best.score(i), Evidence.completed(told, best.score(i))));
    }
    return new PopularModel(ranking);
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    List<Proposal> proposals = new ArrayList<>(Math.min(count, ranking.size()));
    for (Proposal proposal : ranking) {
      if (proposals.size() == count) {
        break;
      }
      if (query.allowed().test(proposal.product())) {
        proposals.add(proposal);
      }
    }
    return proposals;
  }
}
