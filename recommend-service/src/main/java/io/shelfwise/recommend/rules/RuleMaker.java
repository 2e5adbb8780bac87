package io.shelfwise.recommend.rules;

import io.shelfwise.recommend.model.Best;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes rules of frequent sets: each product of a set may be the conclusion from the others.
 *
 * <pre>
 * confidence = orders with condition and conclusion ÷ orders with the condition
 * lift       = confidence ÷ (orders with the conclusion ÷ all orders)
 * </pre>
 *
 * <p>A rule must say more than those with a part of its condition do, or it is not kept.
 *
 * @see <a href="https://doi.org/10.1145/170035.170072">Agrawal, Imieliński, Swami (1993), Mining
 *     association rules between sets of items in large databases</a>
 * @see <a href="https://doi.org/10.1023/A:1009895914772">Bayardo, Agrawal, Gunopulos (2000),
 *     Constraint-based rule mining in large, dense databases</a>
 */
final class RuleMaker {
  /** How many sets are dealt with at a time. */
  private static final int BLOCK = 4096;

  private final Baskets baskets;
  private final FrequentSets sets;
  private final RuleLimits limits;

  RuleMaker(Baskets baskets, FrequentSets sets, RuleLimits limits) {
    this.baskets = baskets;
    this.sets = sets;
    this.limits = limits;
  }

  /** Rules as they are found: the condition, a set; the rank of the conclusion; how many orders. */
  private record Found(IntArrayList conditions, IntArrayList conclusions, IntArrayList together) {
    Found() {
      this(new IntArrayList(), new IntArrayList(), new IntArrayList());
    }

    void addAll(Found other) {
      conditions.addAll(other.conditions);
      conclusions.addAll(other.conclusions);
      together.addAll(other.together);
    }
  }

  /**
   * The rules.
   *
   * @param check called from time to time
   */
  Rules make(Runnable check) {
    int blocks = (sets.size() - sets.products() + BLOCK - 1) / BLOCK;
    List<Found> parts =
        IntStream.range(0, blocks)
            .parallel()
            .mapToObj(
                block -> {
                  check.run();
                  return find(sets.products() + block * BLOCK);
                })
            .toList();
    Found all = new Found();
    parts.forEach(all::addAll);
    return new Table(all).rules();
  }

  private Found find(int from) {
    Found found = new Found();
    for (int set = from; set < Math.min(from + BLOCK, sets.size()); set++) {
      int[] ranks = sets.ranks(set);
      boolean known = false;
      for (int i = 0; i < ranks.length; i++) {
        int condition = sets.find(ranks, all(ranks) & ~(1 << i));
        if (isWorthKeeping(set, ranks, i, condition)) {
          // Asked last, because it costs most.
          known = known || baskets.haveCustomers(ranks, limits.leastCustomers());
          if (!known) {
            break;
          }
          found.conditions.add(condition);
          found.conclusions.add(ranks[i]);
          found.together.add(sets.count(set));
        }
      }
    }
    return found;
  }

  private static int all(int[] ranks) {
    return (1 << ranks.length) - 1;
  }

  private boolean isWorthKeeping(int set, int[] ranks, int conclusion, int condition) {
    double confidence = confidence(set, condition);
    return confidence >= limits.leastConfidence()
        && lift(confidence, ranks[conclusion]) >= limits.leastLift()
        && saysMore(confidence, ranks, conclusion);
  }

  private double confidence(int set, int condition) {
    return sets.count(set) / (double) sets.count(condition);
  }

  private double lift(double confidence, int conclusion) {
    return confidence * baskets.orders() / sets.count(conclusion);
  }

  /** Whether the confidence is greater than that of each rule with a part of the condition. */
  private boolean saysMore(double confidence, int[] ranks, int conclusion) {
    int condition = all(ranks) & ~(1 << conclusion);
    for (int part = (condition - 1) & condition; part > 0; part = (part - 1) & condition) {
      int without = sets.find(ranks, part);
      int with = sets.find(ranks, part | 1 << conclusion);
      if (confidence < confidence(with, without) + limits.leastGain()) {
        return false;
      }
    }
    return true;
  }

  /** Puts rules in order: condition by condition, the strongest conclusions of each. */
  private final class Table {
    private final Found found;
    private final IntArrayList conditionStarts = IntArrayList.of(0);
    private final IntArrayList products = new IntArrayList();
    private final IntArrayList ruleStarts = IntArrayList.of(0);
    private final IntArrayList conclusions = new IntArrayList();
    private final IntArrayList together = new IntArrayList();
    private final FloatArrayList confidences = new FloatArrayList();
    private final FloatArrayList lifts = new FloatArrayList();
    private final Best best = new Best();
    private final int[] rankOf;
    private final int[] togetherWith;

    Table(Found found) {
      this.found = found;
      int width = 1 + IntStream.range(0, baskets.products()).map(baskets::product).max().orElse(-1);
      this.rankOf = new int[width];
      this.togetherWith = new int[width];
      for (int rank = 0; rank < baskets.products(); rank++) {
        rankOf[baskets.product(rank)] = rank;
      }
    }

    Rules rules() {
      int[] order = IntStream.range(0, found.conditions.size()).toArray();
      int[] conditions = found.conditions.elements();
      IntArrays.stableSort(
          order,
          (one, other) -> {
            int byFirst = Integer.compare(first(conditions[one]), first(conditions[other]));
            return byFirst != 0 ? byFirst : Integer.compare(conditions[one], conditions[other]);
          });
      int[] firsts = new int[rankOf.length + 1];
      int from = 0;
      while (from < order.length) {
        int condition = conditions[order[from]];
        int to = from;
        while (to < order.length && conditions[order[to]] == condition) {
          to++;
        }
        add(condition, order, from, to);
        firsts[first(condition) + 1]++;
        from = to;
      }
      for (int product = 0; product < rankOf.length; product++) {
        firsts[product + 1] += firsts[product];
      }
      return new Rules(
          firsts,
          conditionStarts.toIntArray(),
          products.toIntArray(),
          ruleStarts.toIntArray(),
          conclusions.toIntArray(),
          together.toIntArray(),
          confidences.toFloatArray(),
          lifts.toFloatArray());
    }

    /** The product of a condition that is in the fewest orders. */
    private int first(int condition) {
      return baskets.product(sets.first(condition));
    }

    private void add(int condition, int[] order, int from, int to) {
      best.reset(limits.related());
      for (int i = from; i < to; i++) {
        int rule = order[i];
        int conclusion = baskets.product(found.conclusions.getInt(rule));
        togetherWith[conclusion] = found.together.getInt(rule);
        double confidence = togetherWith[conclusion] / (double) sets.count(condition);
        double score = Rules.strength(confidence, lift(confidence, rankOf[conclusion]), 1);
        if (best.beats(conclusion, score)) {
          best.add(conclusion, score);
        }
      }
      best.sort();
      for (int rank : sets.ranks(condition)) {
        products.add(baskets.product(rank));
      }
      conditionStarts.add(products.size());
      for (int i = 0; i < best.size(); i++) {
        int conclusion = best.number(i);
        double confidence = togetherWith[conclusion] / (double) sets.count(condition);
        conclusions.add(conclusion);
        together.add(togetherWith[conclusion]);
        confidences.add((float) confidence);
        lifts.add((float) lift(confidence, rankOf[conclusion]));
      }
      ruleStarts.add(conclusions.size());
    }
  }
}
