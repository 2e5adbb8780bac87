package io.shelfwise.recommend.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Proposes what goes with the products that speak: the score of a product {@code j} is {@code Σ_i
 * a_i · w_ij} over the {@link Voices} {@code i}, each as loud as {@code a_i} and with the weights
 * {@code w_i} of a row of its own. Each term of the sum is the part of the score that is due to the
 * product that speaks; what speaks against {@code j} is less than 0.
 *
 * <p>A voice that speaks against, because the customer turned against its product, takes from what
 * its row is for. It is no voice for what its row is against: that two products do not go together
 * does not make one of them good where the other was not.
 */
public final class RelatedProducts implements Recommender {
  private final Voices.Source source;

  /** Adds up what these voices say. */
  public RelatedProducts(Voices.Source source) {
    this.source = source;
  }

  /** Adds up these rows for the products of the query's taste, heard with this attention. */
  public RelatedProducts(ProductRows rows, Attention attention) {
    this(new TasteVoices(rows, attention));
  }

  @Override
  public List<Proposal> propose(Query query, int count, Scratch scratch) {
    scratch.voices.reset();
    source.speak(query, scratch);
    addUp(scratch.voices, scratch.products);
    scratch.best.select(scratch.products, count, query.allowed());
    Best best = scratch.best;
    if (!query.explained()) {
      return best.proposals();
    }
    explain(scratch);
    List<Proposal> proposals = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      List<Evidence> told = Evidence.completed(scratch.parts.evidence(i), best.score(i));
      proposals.add(new Proposal(best.number(i), best.score(i), told));
    }
    return proposals;
  }

  private static void addUp(Voices voices, Scores scores) {
    scores.reset();
    for (int i = 0; i < voices.size(); i++) {
      ProductRows.Row row = voices.row(i);
      if (voices.weight(i) < 0) {
        takeFrom(scores, row, voices.weight(i));
      } else {
        scores.addAll(row.products(), row.weights(), row.from(), row.to(), voices.weight(i));
      }
      scores.add(voices.product(i), voices.own(i));
    }
  }

  private static void takeFrom(Scores scores, ProductRows.Row row, double weight) {
    for (int e = row.from(); e < row.to(); e++) {
      if (row.weights()[e] > 0) {
        scores.add(row.products()[e], weight * row.weights()[e]);
      }
    }
  }

  /** Goes through the sums once more, when the best are known, to keep their largest terms. */
  private static void explain(Scratch scratch) {
    Voices voices = scratch.voices;
    Places heard = scratch.speaking;
    heard.reset();
    scratch.parts.reset(scratch.best.size(), Evidence.MOST);
    scratch.places.reset(scratch.best);
    for (int i = 0; i < voices.size(); i++) {
      boolean another = heard.of(voices.product(i)) >= 0;
      explain(i, another, scratch);
      if (!another) {
        heard.add(voices.product(i));
      }
    }
  }

  /**
   * Offers what a voice adds to the best.
   *
   * @param another whether its product has spoken before
   */
  private static void explain(int voice, boolean another, Scratch scratch) {
    Voices voices = scratch.voices;
    int product = voices.product(voice);
    double weight = voices.weight(voice);
    if (weight < 0) {
      return;
    }
    ProductRows.Row row = voices.row(voice);
    int[] others = row.products();
    float[] weights = row.weights();
    int[] found = scratch.numbers(row.to() - row.from());
    int count = scratch.places.find(others, row.from(), row.to(), found);
    for (int f = 0; f < count; f++) {
      int e = found[f];
      offer(scratch.places.of(others[e]), product, weight * weights[e], another, scratch.parts);
    }
    int own = scratch.places.of(product);
    if (own >= 0) {
      offer(own, product, voices.own(voice), another, scratch.parts);
    }
  }

  /** What speaks against a product is not told by itself. */
  private static void offer(int place, int product, double part, boolean another, Parts parts) {
    if (part > 0) {
      if (another) {
        parts.merge(place, product, part);
      } else {
        parts.offer(place, product, part);
      }
    }
  }
}
