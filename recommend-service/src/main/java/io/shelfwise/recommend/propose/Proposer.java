package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.catalog.FilteredProducts;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.interactions.Taste;
import io.shelfwise.recommend.interactions.Trail;
import io.shelfwise.recommend.model.OverBudgetException;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.Query;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Scratch;
import io.shelfwise.recommend.popular.PopularModel;
import io.shelfwise.recommend.store.Shelf;
import io.shelfwise.recommend.store.Store;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.rpc.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks recommenders, one after the other: each takes a fraction of a millisecond, less than it
 * costs to hand work to another thread. One that is not done when the time is over, or that fails,
 * is named, and the others are heard.
 */
public final class Proposer {
  private static final Logger log = LoggerFactory.getLogger(Proposer.class);

  private final Stores stores;
  private final ShownProducts catalog;
  private final FilteredNumbers filtered;
  private final Recommenders recommenders;
  private final Duration budget;
  private final Scratch.Pool rooms =
      new Scratch.Pool(4 * Runtime.getRuntime().availableProcessors());

  /**
   * A proposer.
   *
   * @param filtered finds what filters mean
   * @param budget how long all recommenders may take together
   */
  public Proposer(
      Stores stores,
      ShownProducts catalog,
      FilteredProducts filtered,
      Recommenders recommenders,
      Duration budget) {
    this.stores = stores;
    this.catalog = catalog;
    this.filtered = new FilteredNumbers(catalog, filtered);
    this.recommenders = recommenders;
    this.budget = budget;
  }

  /** The recommenders that can be asked. */
  public List<RecommenderName> recommenders() {
    return recommenders.names();
  }

  /** Asks the recommenders that the question names. */
  public Answer propose(Question question) {
    return stores
        .find(question.store())
        .map(store -> propose(question, store))
        .orElseGet(() -> nothing(question));
  }

  private Answer propose(Question question, Store store) {
    Taste history = store.interactions().taste(question.customer(), recommenders.interest());
    Optional<BitSet> meant = meant(question.filter(), store);
    if (meant.filter(BitSet::isEmpty).isPresent()) {
      return nothingMeant(question, store, history);
    }
    Query query = query(question, store, history, meant);
    Map<RecommenderName, List<Proposal>> proposals = new EnumMap<>(RecommenderName.class);
    List<RecommenderName> missing = new ArrayList<>();
    for (RecommenderName name : inTurn(question.recommenders())) {
      ask(name, store, query, question.count())
          .ifPresentOrElse(list -> proposals.put(name, list), () -> missing.add(name));
    }
    return answer(store, history, proposals, missing);
  }

  /**
   * Those that have at hand what they know come before the one that may have to wait for a search,
   * so that it takes no one else's time.
   */
  static List<RecommenderName> inTurn(List<RecommenderName> asked) {
    return asked.stream()
        .sorted(Comparator.comparing(name -> name == RecommenderName.CONTENT))
        .toList();
  }

  private Optional<List<Proposal>> ask(RecommenderName name, Store store, Query query, int count) {
    Optional<Recommender> recommender = recommenders.find(name, store);
    if (recommender.isEmpty()) {
      return Optional.empty();
    }
    Scratch room = rooms.take();
    try {
      query.checkTime();
      List<Proposal> proposals = recommender.get().propose(query, count, room);
      rooms.giveBack(room);
      return Optional.of(proposals);
    } catch (OverBudgetException | ApiException e) {
      // Late, or waiting for a catalogue that has too much to do.
      rooms.giveBack(room);
      return Optional.empty();
    } catch (RuntimeException e) {
      // A defect of one recommender takes nothing from what the others say. Its room is left
      // behind:
      // no one knows what it holds.
      log.error("store {}: {} failed, and is missing", store.id(), name.text(), e);
      return Optional.empty();
    }
  }

  /** No recommender need look for what is not there. */
  private Answer nothingMeant(Question question, Store store, Taste history) {
    Map<RecommenderName, List<Proposal>> proposals = new EnumMap<>(RecommenderName.class);
    List<RecommenderName> missing = new ArrayList<>();
    for (RecommenderName name : question.recommenders()) {
      if (recommenders.find(name, store).isPresent()) {
        proposals.put(name, List.of());
      } else {
        missing.add(name);
      }
    }
    return answer(store, history, proposals, missing);
  }

  private static Answer answer(
      Store store,
      Taste history,
      Map<RecommenderName, List<Proposal>> proposals,
      List<RecommenderName> missing) {
    Categories categories = Categories.of(store);
    return new Answer(
        store.shelf(),
        proposals,
        missing,
        categories,
        history.size(),
        Familiarity.of(history, categories),
        store.popular().ranking());
  }

  private Query query(Question question, Store store, Taste history, Optional<BitSet> meant) {
    int[] asked = numbers(question.products(), store);
    boolean historySpeaks = question.products().isEmpty();
    BitSet excluded = new BitSet();
    IntStream.of(asked).forEach(excluded::set);
    IntStream.of(numbers(question.excluded(), store)).forEach(excluded::set);
    for (int i = 0; i < history.size(); i++) {
      if (history.bad(i) || (question.excludePurchased() && history.orders(i) > 0)) {
        excluded.set(history.product(i));
      }
    }
    return new Query(
        historySpeaks ? history : Taste.of(asked),
        historySpeaks
            ? store.interactions().trail(question.customer())
            : Trail.ofViews(store.interactions().now(), asked),
        question.customer(),
        historySpeaks,
        allowed(store, excluded, meant),
        store.interactions().now(),
        System.nanoTime() + budget.toNanos(),
        true);
  }

  /** The products that a filter means; empty if it means everything. */
  private Optional<BitSet> meant(Filter filter, Store store) {
    return filter.equals(Filter.EVERYTHING)
        ? Optional.empty()
        : Optional.of(filtered.of(store, filter));
  }

  private static IntPredicate allowed(Store store, BitSet excluded, Optional<BitSet> meant) {
    IntPredicate showable = store.shelf().showable();
    IntPredicate free = product -> !excluded.get(product) && showable.test(product);
    return meant
        .<IntPredicate>map(set -> product -> set.get(product) && free.test(product))
        .orElse(free);
  }

  /**
   * The numbers of products; of those that neither customers nor the catalogue know, there is
   * nothing to say.
   */
  private int[] numbers(List<String> ids, Store store) {
    Dictionary products = store.interactions().products();
    return ids.stream()
        .filter(
            id ->
                products.find(id) != Dictionary.UNKNOWN
                    || catalog.shown(store.id(), id).isPresent())
        .mapToInt(products::number)
        .distinct()
        .toArray();
  }

  /** The answer of a store of which nothing is known. */
  private Answer nothing(Question question) {
    Shelf shelf = new Shelf(question.store(), catalog, new Dictionary());
    return new Answer(
        shelf,
        Map.of(),
        question.recommenders(),
        new Categories(shelf, _ -> Optional.empty()),
        0,
        Familiarity.UNKNOWN,
        PopularModel.EMPTY);
  }
}
