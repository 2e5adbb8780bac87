package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.popular.RecentlyViewed;
import io.shelfwise.recommend.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The recommenders of a store, with the models that answer now.
 *
 * @param interest how much interest each thing that customers do shows
 * @param trained which recommenders are trained here
 * @param content what content listens to
 */
public record Recommenders(
    InterestWeights interest, Set<RecommenderName> trained, Attention content) {
  /** Those that know what they know without training. */
  private static final Set<RecommenderName> LIVE =
      EnumSet.of(
          RecommenderName.CONTENT,
          RecommenderName.POPULAR,
          RecommenderName.TRENDING,
          RecommenderName.NEW,
          RecommenderName.RECENTLY_VIEWED);

  public Recommenders {
    trained = Set.copyOf(trained);
  }

  /** The names of all recommenders there are, in the order in which they are told. */
  public List<RecommenderName> names() {
    Set<RecommenderName> names = EnumSet.copyOf(LIVE);
    names.addAll(trained);
    return List.copyOf(names);
  }

  /** A store's recommender of a name; empty if it has to be trained and is not. */
  public Optional<Recommender> find(RecommenderName name, Store store) {
    return switch (name) {
      case CONTENT -> Optional.of(store.content().recommender(content));
      case POPULAR -> Optional.of(store.popular().ranking());
      case TRENDING -> Optional.of(store.trending().ranking());
      case NEW -> Optional.of(store.newcomers().ranking(store.arrivals()));
      case RECENTLY_VIEWED -> Optional.of(new RecentlyViewed());
      default -> store.models().get().find(name).map(trained -> trained.model().recommender());
    };
  }
}
