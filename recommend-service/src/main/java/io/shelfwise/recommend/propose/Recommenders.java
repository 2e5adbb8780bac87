package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.interactions.InterestWeights;
import io.shelfwise.recommend.model.Attention;
import io.shelfwise.recommend.model.Recommender;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.neighbors.Neighborhood;
import io.shelfwise.recommend.store.Store;
import java.util.Optional;

/**
 * The recommenders of a store, with the models that answer now.
 *
 * @param interest how much interest each thing that customers do shows
 * @param neighborhood which customers are neighbours
 * @param userKnn what user-knn listens to
 * @param cooccurrence what co-occurrence listens to
 * @param content what content listens to
 */
public record Recommenders(
    InterestWeights interest,
    Neighborhood neighborhood,
    Attention userKnn,
    Attention cooccurrence,
    Attention content) {

  /** A store's recommender of a name; empty if it has to be trained and is not. */
  public Optional<Recommender> find(RecommenderName name, Store store) {
    return switch (name) {
      case USER_KNN ->
          store
              .models()
              .get()
              .map(trained -> trained.neighbors().recommender(neighborhood, userKnn));
      case CO_OCCURRENCE ->
          store.models().get().map(trained -> trained.cooccurrence().recommender(cooccurrence));
      case CONTENT -> Optional.of(store.content().recommender(content));
      case POPULAR -> Optional.of(store.popular().ranking());
      case TRENDING -> Optional.of(store.trending().ranking());
    };
  }
}
