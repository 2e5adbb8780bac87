package io.shelfwise.recommend.sessions;

import io.shelfwise.recommend.model.Best;
import io.shelfwise.recommend.model.Evidence;
import io.shelfwise.recommend.model.Parts;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.Scores;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Shares;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
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
  /** Beside the products there is room for one piece of evidence: how many customers there were. */
  private static final int MOST_PRODUCTS = Evidence.MOST - 1;

  private final Sessions sessions;
  private final Map<String, Integer> customers;
  private final SessionNearness nearness;

  SessionsRecommender(Sessions sessions, Map<String, Integer> customers, SessionNearness nearness) {
    this.sessions = sessions;
    this.customers = Map.copyOf(customers);
    this.nearness = nearness;
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    Visit visit = Visit.of(query.trail(), query.taste(), nearness.pause(), nearness.decay());
    findNearest(query, visit, scratch);
    query.checkTime();
    Scores scores = scratch.products;
    scores.reset();
    listen(visit, scratch.neighbors, (_, product, part) -> scores.add(product, part));
    Scores counts = scratch.customers;
    countCustomers(scratch.neighbors, counts);
    scratch.best.select(
        scores,
        count,
        product ->
            counts.get(product) >= nearness.leastCustomers()
                && (nearness.again() || !visit.has(product))
                && query.allowed().test(product));
    return explained(visit, scratch);
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
        int end = sessions.visitStarts()[product + 1];
        for (int v = sessions.visitStarts()[product]; v < end; v++) {
          dots.add(sessions.visits()[v], weight);
        }
      }
    }
    // What the customer did in other visits is no one else's word.
    int self = customers.getOrDefault(query.customer(), -1);
    Best nearest = scratch.neighbors;
    nearest.reset(nearness.neighbors());
    for (int i = 0; i < dots.count(); i++) {
      int past = dots.number(i);
      if (sessions.customers()[past] != self) {
        double similarity = dots.get(past) / Math.sqrt(squares * sessions.length(past));
        if (nearest.beats(past, similarity)) {
          nearest.add(past, similarity);
        }
      }
    }
    nearest.sort();
  }

  /** Takes what a past visit adds to the score of a product. */
  @FunctionalInterface
  private interface Listener {
    void hear(int past, int product, double part);
  }

  /** Lets each of the nearest visits say what it has to say. */
  private void listen(Visit visit, Best nearest, Listener listener) {
    int[] products = sessions.products();
    for (int n = 0; n < nearest.size(); n++) {
      int past = nearest.number(n);
      int newest = visit.length() - 1;
      while (place(past, visit.products()[newest]) < 0) {
        newest--;
      }
      int met = place(past, visit.products()[newest]);
      double say = nearest.score(n) * visit.weights()[newest];
      for (int i = sessions.starts()[past]; i < sessions.starts()[past + 1]; i++) {
        listener.hear(past, products[i], say * closeness(i - met) * rarity(products[i]));
      }
    }
  }

  /** Where a past visit has a product; less than 0 if it has not. */
  private int place(int past, int product) {
    for (int i = sessions.starts()[past]; i < sessions.starts()[past + 1]; i++) {
      if (sessions.products()[i] == product) {
        return i;
      }
    }
    return -1;
  }

  /** How much a past visit says of what lies so many steps behind what was met; or before it. */
  private double closeness(int steps) {
    if (steps == 0) {
      return 1;
    }
    double near = Math.pow(Math.abs(steps), -nearness.focus());
    return steps < 0 ? nearness.before() * near : near;
  }

  private double rarity(int product) {
    return Math.pow(sessions.commonness()[product], -nearness.rarity());
  }

  /** Leaves for each product how many different customers' visits among the nearest have it. */
  private void countCustomers(Best nearest, Scores counts) {
    int[] byCustomer = new int[nearest.size()];
    Arrays.setAll(byCustomer, nearest::number);
    IntArrays.quickSort(
        byCustomer,
        (one, other) -> Integer.compare(sessions.customers()[one], sessions.customers()[other]));
    counts.reset();
    int first = 0;
    for (int n = 0; n < byCustomer.length; n++) {
      int past = byCustomer[n];
      if (sessions.customers()[past] != sessions.customers()[byCustomer[first]]) {
        first = n;
      }
      for (int i = sessions.starts()[past]; i < sessions.starts()[past + 1]; i++) {
        if (!anyHas(byCustomer, first, n, sessions.products()[i])) {
          counts.add(sessions.products()[i], 1);
        }
      }
    }
  }

  private boolean anyHas(int[] visits, int from, int to, int product) {
    for (int n = from; n < to; n++) {
      if (place(visits[n], product) >= 0) {
        return true;
      }
    }
    return false;
  }

  private List<Proposal> explained(Visit visit, Scratch scratch) {
    Best best = scratch.best;
    Shares shares = shares(visit, scratch);
    Parts parts = scratch.parts;
    parts.reset(best.size(), MOST_PRODUCTS);
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int place = 0; place < best.size(); place++) {
      for (int i = 0; i < visit.length(); i++) {
        if (shares.get(place, i) > 0) {
          parts.offer(place, visit.products()[i], shares.get(place, i));
        }
      }
      double score = best.score(place);
      int count = (int) scratch.customers.get(best.number(place));
      proposals.add(
          new Proposal(best.number(place), score, evidence(parts.evidence(place), count, score)));
    }
    return proposals;
  }

  /** The products, and how many customers' visits spoke, to which the rest of the score is due. */
  private static List<Evidence> evidence(List<Evidence> products, int customers, double score) {
    double told = 0;
    for (Evidence product : products) {
      told += product.weight();
    }
    double rest = Math.max(0, score - told);
    int at = 0;
    while (at < products.size() && products.get(at).weight() >= rest) {
      at++;
    }
    products.add(at, new Evidence.FromCustomers(customers, rest));
    return Evidence.completed(products, score);
  }

  /** How much of the score of each proposal is due to each product of the present visit. */
  private Shares shares(Visit visit, Scratch scratch) {
    Shares shares = scratch.shares;
    shares.reset(scratch.best.size(), visit.length());
    scratch.notePlaces();
    Common common = new Common(visit);
    listen(
        visit,
        scratch.neighbors,
        (past, product, part) -> {
          int place = scratch.placeOf(product);
          if (place >= 0) {
            common.with(past);
            shares.addAll(place, common.places, common.weights, common.count, part / common.whole);
          }
        });
    scratch.clearPlaces();
    return shares;
  }

  /** What the present visit has in common with a past one. */
  private final class Common {
    private final Visit visit;
    private final int[] places;
    private final double[] weights;
    private int past = -1;
    private int count;
    private double whole;

    Common(Visit visit) {
      this.visit = visit;
      this.places = new int[visit.length()];
      this.weights = new double[visit.length()];
    }

    /** Finds it, if it is not of this past visit already. */
    void with(int other) {
      if (other == past) {
        return;
      }
      past = other;
      count = 0;
      whole = 0;
      for (int i = 0; i < visit.length(); i++) {
        if (place(past, visit.products()[i]) >= 0) {
          places[count] = i;
          weights[count++] = visit.weights()[i];
          whole += visit.weights()[i];
        }
      }
    }
  }
}
