package io.shelfwise.recommend.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * How good, or of what kind, the first k products of a list are.
 *
 * <p>With T the relevant products of a customer, and a hit a product of the list that is in T.
 */
public enum Measure {
  /** Discounted gain in the unit of the best possible one. */
  NDCG("ndcg") {
    @Override
    double of(Ranking ranking, int k) {
      double gain = 0;
      double best = 0;
      for (int rank = 0; rank < k; rank++) {
        double discounted = 1 / log2(rank + 2.0);
        gain += ranking.hit(rank) ? discounted : 0;
        best += rank < ranking.relevant() ? discounted : 0;
      }
      return gain / best;
    }
  },
  /** Hits in the unit of the most possible: the smaller of k and |T|. */
  RECALL("recall") {
    @Override
    double of(Ranking ranking, int k) {
      return ranking.hits(k) / (double) Math.min(k, ranking.relevant());
    }
  },
  /** Hits ÷ k. */
  PRECISION("precision") {
    @Override
    double of(Ranking ranking, int k) {
      return ranking.hits(k) / (double) k;
    }
  },
  /** The harmonic mean of hits ÷ k and hits ÷ |T|. */
  F1("f1") {
    @Override
    double of(Ranking ranking, int k) {
      return 2.0 * ranking.hits(k) / (k + ranking.relevant());
    }
  },
  /** The mean, over the hits that are possible, of the precision at the rank of each hit. */
  MAP("map") {
    @Override
    double of(Ranking ranking, int k) {
      double sum = 0;
      int hits = 0;
      for (int rank = 0; rank < k; rank++) {
        if (ranking.hit(rank)) {
          sum += ++hits / (rank + 1.0);
        }
      }
      return sum / Math.min(k, ranking.relevant());
    }
  },
  /** 1 ÷ the rank of the first hit; 0 without one. */
  MRR("mrr") {
    @Override
    double of(Ranking ranking, int k) {
      for (int rank = 0; rank < k; rank++) {
        if (ranking.hit(rank)) {
          return 1 / (rank + 1.0);
        }
      }
      return 0;
    }
  },
  /** 1 if there is a hit. */
  HIT_RATE("hit-rate") {
    @Override
    double of(Ranking ranking, int k) {
      return ranking.hits(k) > 0 ? 1 : 0;
    }
  },
  /** What the hits cost together, a piece of each. */
  REVENUE("revenue") {
    @Override
    double of(Ranking ranking, int k) {
      double revenue = 0;
      for (int rank = 0; rank < k; rank++) {
        revenue += ranking.hit(rank) ? ranking.facts().price(ranking.product(rank)) : 0;
      }
      return revenue;
    }
  },
  /** The mean self-information of the products, in bits. */
  NOVELTY("novelty") {
    @Override
    double of(Ranking ranking, int k) {
      int length = ranking.length(k);
      double bits = 0;
      for (int rank = 0; rank < length; rank++) {
        bits += ranking.facts().selfInformation(ranking.product(rank));
      }
      return bits / length;
    }
  },
  /** 1 − the mean likeness of two products of the list, by the customers who have both. */
  DIVERSITY("diversity") {
    @Override
    double of(Ranking ranking, int k) {
      return 1 - overPairs(ranking, k, ranking.facts()::likeness);
    }
  },
  /** The mean distance of two products of the list in the tree of categories. */
  CATEGORY_DIVERSITY("category-diversity") {
    @Override
    double of(Ranking ranking, int k) {
      return overPairs(ranking, k, ranking.facts()::categoryDistance);
    }
  },
  /**
   * How far the list is from what the customer has, in popularity: the Jensen–Shannon divergence of
   * the shares of head, middle and tail, in bits. The less the better.
   */
  CALIBRATION("calibration") {
    @Override
    double of(Ranking ranking, int k) {
      int length = ranking.length(k);
      int[] own = ranking.test().had(ranking.customer());
      double[] had = new double[ProductFacts.GROUPS];
      double[] shown = new double[ProductFacts.GROUPS];
      for (int product : own) {
        had[ranking.facts().group(product)] += 1.0 / own.length;
      }
      for (int rank = 0; rank < length; rank++) {
        shown[ranking.facts().group(ranking.product(rank))] += 1.0 / length;
      }
      return own.length == 0 || length == 0 ? Double.NaN : divergence(had, shown);
    }
  },
  /** Which part of the products that can be proposed are in anyone's list. */
  COVERAGE("coverage") {
    @Override
    double of(Ranking ranking, int k) {
      throw new IllegalStateException("coverage is of all lists together");
    }
  };

  private final String text;

  Measure(String text) {
    this.text = text;
  }

  /** The name by which it is asked for. */
  public String text() {
    return text;
  }

  /** Whether it is of all lists together, and not a mean over customers. */
  public boolean isOfAll() {
    return this == COVERAGE;
  }

  /** Whether little of it is better than much. */
  public boolean lessIsBetter() {
    return this == CALIBRATION;
  }

  /** The order of its means, the best first; what is not a number comes last. */
  public Comparator<Double> bestFirst() {
    return Comparator.comparing((Double mean) -> mean.isNaN())
        .thenComparing(lessIsBetter() ? Comparator.naturalOrder() : Comparator.reverseOrder());
  }

  /** Whether it tells anything where no more than these facts are known. */
  public boolean tellsOf(ProductFacts facts) {
    return switch (this) {
      case REVENUE -> facts.hasPrices();
      case CATEGORY_DIVERSITY -> facts.hasCategories();
      default -> true;
    };
  }

  /** That of one list; not a number where the list, or the customer, does not tell. */
  abstract double of(Ranking ranking, int k);

  /** The measure of a name. */
  static Measure named(String text) {
    return Arrays.stream(values())
        .filter(measure -> measure.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "measure: "
                        + text
                        + " (expected: one of "
                        + Arrays.stream(values())
                            .map(Measure::text)
                            .collect(Collectors.joining(", "))
                        + ")"));
  }

  /** Tells something of two products. */
  private interface OfTwo {
    double of(int one, int other);
  }

  /** The mean over all pairs of a list; not a number where there is none. */
  private static double overPairs(Ranking ranking, int k, OfTwo told) {
    int length = ranking.length(k);
    double sum = 0;
    for (int a = 1; a < length; a++) {
      for (int b = 0; b < a; b++) {
        sum += told.of(ranking.product(a), ranking.product(b));
      }
    }
    return sum / (length * (length - 1) / 2.0);
  }

  private static double divergence(double[] p, double[] q) {
    double divergence = 0;
    for (int i = 0; i < p.length; i++) {
      double mean = (p[i] + q[i]) / 2;
      divergence += term(p[i], mean) / 2 + term(q[i], mean) / 2;
    }
    return divergence;
  }

  private static double term(double p, double mean) {
    return p == 0 ? 0 : p * log2(p / mean);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
