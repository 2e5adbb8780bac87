package io.shelfwise.gateway.blend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Products in the order of their scores, and how each score came about.
 *
 * <p>The order is total: equal scores are ordered by the products' names. It depends neither on the
 * order of the proposals nor on the places that products have in the common list.
 */
public final class Ranking {
  private final List<Voice> voices;
  private final double[] scores;
  private final int[] order;
  private final Optional<Ranking> filling;

  private Ranking(List<Voice> voices, double[] scores, int[] order, Optional<Ranking> filling) {
    this.voices = voices;
    this.scores = scores;
    this.order = order;
    this.filling = filling;
  }

  /** A recommender, and what a normalised score of it counts. */
  private record Voice(int list, Proposals proposals, double weight) {
    double value(int place) {
      return weight * proposals.normalised(place);
    }
  }

  /**
   * Blends proposals.
   *
   * @param proposals at most one for each recommender; those without weight have no say
   * @param products how many products there are in the common list
   * @param nameOf the name of a product of that list
   */
  public static Ranking blend(
      List<Proposals> proposals, Weights weights, int products, IntFunction<String> nameOf) {
    List<Voice> voices =
        IntStream.range(0, proposals.size())
            .mapToObj(i -> voice(i, proposals.get(i), weights))
            .filter(voice -> voice.weight() > 0)
            // One order of adding up, so that sums are the same to the last bit.
            .sorted(Comparator.comparing(voice -> voice.proposals().recommender()))
            .toList();
    double[] scores = sums(voices, products);
    int[] order =
        IntStream.range(0, products)
            .filter(product -> scores[product] > 0)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer product) -> -scores[product])
                    .thenComparing(nameOf::apply))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Ranking(voices, scores, order, Optional.empty());
  }

  private static Voice voice(int list, Proposals proposals, Weights weights) {
    return new Voice(list, proposals, weights.of(proposals.recommender()));
  }

  private static double[] sums(List<Voice> voices, int products) {
    double[] sums = new double[products];
    for (Voice voice : voices) {
      Proposals list = voice.proposals();
      for (int i = 0; i < list.size(); i++) {
        sums[list.product(i)] += voice.value(i);
      }
    }
    return sums;
  }

  /**
   * This ranking, and after it what the other one has besides. Scores of the other are scaled by
   * the last score of this one, so that the order remains the order of the scores; if this one is
   * empty, they stay as they are.
   */
  public Ranking filledFrom(Ranking other) {
    double scale = order.length == 0 ? 1 : scores[order[order.length - 1]];
    List<Voice> quieter =
        other.voices.stream()
            .map(voice -> new Voice(voice.list(), voice.proposals(), voice.weight() * scale))
            .toList();
    int[] besides = IntStream.of(other.order).filter(product -> scores[product] == 0).toArray();
    Ranking fill =
        new Ranking(quieter, sums(quieter, other.scores.length), besides, Optional.empty());
    return new Ranking(
        voices,
        scores,
        IntStream.concat(IntStream.of(order), IntStream.of(besides)).toArray(),
        Optional.of(fill));
  }

  /** How many products there are in the ranking. */
  public int size() {
    return order.length;
  }

  /** The products, best first. */
  public IntStream products() {
    return IntStream.of(order);
  }

  /** The product's score: 0 to 1, and 0 for a product that is not in the ranking. */
  public double score(int product) {
    return sayOn(product).scores[product];
  }

  /**
   * What the product's score is made of, the greatest part first; the parts add up to the score.
   */
  public List<Contribution> contributions(int product) {
    List<Contribution> parts = new ArrayList<>();
    for (Voice voice : sayOn(product).voices) {
      Proposals proposals = voice.proposals();
      int place = proposals.placeOf(product);
      if (place >= 0) {
        parts.add(
            new Contribution(proposals.recommender(), voice.list(), place, voice.value(place)));
      }
    }
    // The sort is stable: equal parts stay in the order of the recommenders' names.
    parts.sort(Comparator.comparingDouble(part -> -part.value()));
    return parts;
  }

  private Ranking sayOn(int product) {
    return scores[product] == 0 && filling.isPresent() ? filling.get() : this;
  }
}
