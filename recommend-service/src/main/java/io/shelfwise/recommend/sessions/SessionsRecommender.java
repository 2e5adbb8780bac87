package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Places;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Proposes what came up in the past visits that are most like the present one.
 *
 * <p>The {@code i}-th product of the present visit, of {@code n}, weighs {@code w_i = (i /
 * n)^decay}. A past visit {@code v} is a set; its similarity is the cosine {@code s_v = Σ_{i in v}
 * w_i / (|w| √|v|)}. With the {@code k} most similar visits, the score of product {@code j} is
 *
 * <pre>
 * score(j) = Σ_v s_v · r_v · |d_vj|^(−focus) ÷ commonness(j)^rarity
 * </pre>
 *
 * <p>where {@code r_v} is the weight of the newest product that both visits have, {@code d_vj} is
 * how many steps {@code j} lies from it in {@code v} (what lies before it counts {@code before}
 * times as much), and {@code commonness} is the part of all visits that came by the product. A past
 * visit's part of a score is due to the products that it shares, in the proportion of their
 * weights.
 *
 * @see <a href="https://doi.org/10.1007/s11257-018-9209-6">Ludewig, Jannach (2018), Evaluation of
 *     session-based recommendation algorithms</a>
 * @see <a href="https://doi.org/10.1145/3331184.3331322">Garg et al. (2019), Sequence and time
 *     aware neighborhood for session-based recommendations</a>
 */
final class SessionsRecommender implements Recommender {
  private final Sessions sessions;
  private final Map<String, Integer> customers;
  private final SessionNearness nearness;
  private final Loudness loudness;

  /** {@code 1 / √|v|} of each visit. */
  private final float[] inverseRoots;

  SessionsRecommender(Sessions sessions, Map<String, Integer> customers, SessionNearness nearness) {
    this.sessions = sessions;
    this.customers = customers;
    this.nearness = nearness;
    this.loudness = Loudness.of(sessions, nearness);
    this.inverseRoots = new float[sessions.size()];
    for (int visit = 0; visit < inverseRoots.length; visit++) {
      inverseRoots[visit] = (float) (1 / Math.sqrt(sessions.length(visit)));
    }
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Visit visit = Visit.of(query.trail(), query.taste(), nearness.pause(), nearness.decay());
    findNearest(query, visit, scratch);
    query.checkTime();
    listen(visit, scratch);
    Scores counts = scratch.customers;
    boolean counted = query.explained() || nearness.leastCustomers() > 1;
    if (counted) {
      query.checkTime();
      countCustomers(scratch);
    }
    scratch.best.select(
        scratch.products,
        loudness.rarity(),
        1,
        count,
        product ->
            (!counted || counts.get(product) >= nearness.leastCustomers())
                && (nearness.again() || scratch.speaking.of(product) < 0)
                && query.allowed().test(product));
    return query.explained()
        ? new SessionEvidence(sessions, loudness, visit, scratch).proposals()
        : scratch.best.proposals();
  }

  /** Leaves the most similar visits in {@code scratch.neighbors}, scored by their similarity. */
  private void findNearest(Query query, Visit visit, Scratch scratch) {
    Scores dots = scratch.customers;
    dots.reset();
    double squares = 0;
    for (int i = 0; i < visit.length(); i++) {
      int product = visit.products()[i];
      double weight = visit.weights()[i];
      squares += weight * weight;
      if (product < sessions.width()) {
        int[] starts = sessions.visitStarts();
        dots.addToAll(sessions.visits(), starts[product], starts[product + 1], weight);
      }
    }
    // What the customer did in other visits is no one else's word.
    int self = customers.getOrDefault(query.customer(), -1);
    scratch.neighbors.select(
        dots,
        inverseRoots,
        1 / Math.sqrt(squares),
        nearness.neighbors(),
        past -> sessions.customers()[past] != self);
  }

  /**
   * Lets each of the nearest visits say what it has to say, and leaves the scores in {@code
   * scratch.products}, to be divided by what is common.
   */
  private void listen(Visit visit, Scratch scratch) {
    Places present = scratch.speaking;
    present.reset();
    for (int product : visit.products()) {
      present.add(product);
    }
    Scores scores = scratch.products;
    scores.reset();
    Best nearest = scratch.neighbors;
    int[] products = sessions.products();
    for (int n = 0; n < nearest.size(); n++) {
      int past = nearest.number(n);
      int met = sessions.met(past, present);
      double say = nearest.score(n) * visit.weights()[present.of(products[met])];
      int from = sessions.starts()[past];
      int to = sessions.starts()[past + 1];
      scores.addAll(products, from, to, loudness.closeness(), loudness.at(from - met), say);
    }
  }

  /**
   * Leaves in {@code scratch.customers} how many different customers' visits among the nearest say
   * something for each product.
   */
  private void countCustomers(Scratch scratch) {
    Best nearest = scratch.neighbors;
    long[] byCustomer = new long[nearest.size()];
    for (int n = 0; n < byCustomer.length; n++) {
      int past = nearest.number(n);
      byCustomer[n] = ((long) sessions.customers()[past] << Integer.SIZE) | past;
    }
    Arrays.sort(byCustomer);
    Scores counts = scratch.customers;
    counts.reset();
    // For each product the customer, from 1, who was counted last.
    Scores last = scratch.supporters;
    last.reset();
    for (long entry : byCustomer) {
      int past = (int) entry;
      int customer = sessions.customers()[past] + 1;
      for (int i = heardFrom(past, scratch.speaking); i < sessions.starts()[past + 1]; i++) {
        int product = sessions.products()[i];
        double counted = last.get(product);
        if (counted != customer) {
          last.add(product, customer - counted);
          counts.add(product, 1);
        }
      }
    }
  }

  /** Where a visit begins to say anything. */
  private int heardFrom(int past, Places present) {
    return nearness.before() > 0 ? sessions.starts()[past] : sessions.met(past, present) + 1;
  }
}
