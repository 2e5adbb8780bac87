package io.shelfwise.recommend.evaluate;

import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.model.Watch;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.training.StoreTrainer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shop as it stood at the cut of a {@link TimeSplit}: it has taken in what happened before, is
 * trained on that, and ranks for the customers it will be judged by.
 */
public final class ShopAtCut {
  private static final String NO_LOG = "";

  private final TimeSplit split;
  private final Store store;
  private final Recommenders recommenders;
  private final Scratch.Pool rooms = new Scratch.Pool(Runtime.getRuntime().availableProcessors());

  /**
   * Takes in what happened before the cut, and trains.
   *
   * @param store a store to which nothing has happened yet; what its catalogue has must have been
   *     known at the cut
   */
  public ShopAtCut(TimeSplit split, Store store, StoreTrainer trainer, Recommenders recommenders) {
    this.split = split;
    this.store = store;
    this.recommenders = recommenders;
    split.known().forEach(store::add);
    store.models().put(trainer.train(store, trainer.names(), NO_LOG, Watch.NONE, done -> {}));
  }

  /**
   * What each recommender proposes to a customer; products that were bought before may come again.
   */
  public Map<RecommenderName, List<Proposal>> lists(String customer, int count) {
    Taste taste = store.interactions().taste(customer, recommenders.interest());
    Query query =
        Query.of(
            taste,
            store.interactions().trail(customer),
            customer,
            true,
            product -> true,
            store.interactions().now());
    Map<RecommenderName, List<Proposal>> lists = new EnumMap<>(RecommenderName.class);
    Scratch room = rooms.take();
    for (RecommenderName name : recommenders.names()) {
      Recommender recommender = recommenders.find(name, store).orElseThrow();
      lists.put(name, recommender.propose(query, count, room));
    }
    rooms.giveBack(room);
    return Collections.unmodifiableMap(lists);
  }

  /** How good a way to rank is, over all customers that are judged. */
  public RankingMeasures judge(Ranker ranker) {
    return split.judge(store.interactions().products(), ranker);
  }

  /**
   * How good it is to show everybody the same: the products that most customers had bought at the
   * cut.
   */
  public RankingMeasures judgeBestsellers() {
    Map<String, Set<String>> buyers = new HashMap<>();
    for (Interaction done : split.known()) {
      buyers.computeIfAbsent(done.product(), product -> new HashSet<>()).add(done.customer());
    }
    List<Integer> ranking =
        buyers.entrySet().stream()
            .sorted(
                Map.Entry.comparingByValue(
                    (one, other) -> Integer.compare(other.size(), one.size())))
            .limit(RankingMeasures.LONGEST)
            .map(product -> store.interactions().products().find(product.getKey()))
            .toList();
    return judge(customer -> ranking);
  }
}
