package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Kind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What happened, cut in two at a time: what recommenders may know, and what they are judged by.
 *
 * <p>Judged are the customers who bought before the cut and after; relevant to each is what the
 * customer bought after it, whether or not it was bought before. Products that no one had bought
 * before are relevant too, though no recommender can know of them: leaving them out would make the
 * task easier than it is.
 *
 * @param known what happened before the cut, in the order of time
 * @param bought what each customer who bought before the cut bought after it, by id
 */
public record TimeSplit(List<Interaction> known, Map<String, Set<String>> bought) {
  public TimeSplit {
    known = List.copyOf(known);
    bought = Map.copyOf(bought);
  }

  /** Cuts before a minute. */
  public static TimeSplit at(int minute, List<Interaction> all) {
    List<Interaction> known =
        all.stream()
            .filter(done -> done.minute() < minute)
            .sorted(Comparator.comparingInt(Interaction::minute))
            .toList();
    Set<String> returning = new HashSet<>();
    for (Interaction done : known) {
      if (done.kind() == Kind.PURCHASE) {
        returning.add(done.customer());
      }
    }
    Map<String, Set<String>> bought = new TreeMap<>();
    for (Interaction done : all) {
      if (done.minute() >= minute
          && done.kind() == Kind.PURCHASE
          && returning.contains(done.customer())) {
        bought.computeIfAbsent(done.customer(), customer -> new HashSet<>()).add(done.product());
      }
    }
    return new TimeSplit(known, bought);
  }

  /**
   * How good a way to rank is: the mean over the customers that are judged.
   *
   * @param products the numbers that rankings speak in
   */
  public RankingMeasures judge(Dictionary products, Ranker ranker) {
    return bought.entrySet().parallelStream()
        .map(
            entry -> {
              Set<Integer> relevant = new HashSet<>();
              for (String product : entry.getValue()) {
                relevant.add(products.number(product));
              }
              return RankingMeasures.of(ranker.rank(entry.getKey()), relevant);
            })
        .reduce(new RankingMeasures(0, 0, 0, 0), RankingMeasures::and);
  }
}
