package io.shelfwise.recommend;

import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Stores;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/** The settings of all recommenders. */
@Singleton
record ModelSettings(
    InterestSettings interest,
    PrivacySettings privacy,
    UserKnnSettings userKnn,
    ItemKnnSettings itemKnn,
    Bm25Settings bm25,
    Rp3betaSettings rp3beta,
    CooccurrenceSettings cooccurrence,
    MatrixFactorizationSettings matrixFactorization,
    AutoencoderSettings autoencoder,
    ContentSettings content,
    RulesSettings rules,
    NextBasketSettings nextBasket,
    BuyAgainSettings buyAgain,
    SessionSettings session,
    PopularSettings popular,
    TrendingSettings trending,
    NewSettings newcomers) {

  Stores.Settings stores() {
    return new Stores.Settings(
        interest.reach(),
        popular.popularity(),
        trending.popularity(),
        newcomers.newcomers(),
        new ContentModel.Kept(content.related(), content.mostRows(), content.categoryConfidence()));
  }

  /** How each recommender that has to be trained is. */
  Map<RecommenderName, Trainer<?>> trainers() {
    return Map.ofEntries(
        Map.entry(RecommenderName.USER_KNN, userKnn.trainer(privacy)),
        Map.entry(RecommenderName.ITEM_KNN, itemKnn.trainer(privacy)),
        Map.entry(RecommenderName.BM25, bm25.trainer(privacy)),
        Map.entry(RecommenderName.RP3BETA, rp3beta.trainer(privacy)),
        Map.entry(RecommenderName.CO_OCCURRENCE, cooccurrence.trainer(privacy)),
        Map.entry(RecommenderName.MATRIX_FACTORIZATION, matrixFactorization.trainer(privacy)),
        Map.entry(RecommenderName.AUTOENCODER, autoencoder.trainer(privacy)),
        Map.entry(RecommenderName.RULES, rules.trainer(privacy)),
        Map.entry(RecommenderName.NEXT_BASKET, nextBasket.trainer(privacy)),
        Map.entry(RecommenderName.BUY_AGAIN, buyAgain.trainer()),
        Map.entry(RecommenderName.SESSION, session.trainer(interest, privacy)));
  }

  Recommenders recommenders() {
    return new Recommenders(interest.weights(), trainers().keySet(), content.attention());
  }

  /** How the recommenders are made and asked to be judged. */
  TrainedShop.Setup judging() {
    return new TrainedShop.Setup(
        recommenders(),
        trainers(),
        interest.weights(),
        interest.leastInterest(),
        (int) interest.sessionPause().toMinutes());
  }

  /** The settings of each recommender, by name. */
  Map<RecommenderName, Map<String, String>> byName() {
    return Map.ofEntries(
        Map.entry(RecommenderName.USER_KNN, byName(userKnn)),
        Map.entry(RecommenderName.ITEM_KNN, byName(itemKnn)),
        Map.entry(RecommenderName.BM25, byName(bm25)),
        Map.entry(RecommenderName.RP3BETA, byName(rp3beta)),
        Map.entry(RecommenderName.CO_OCCURRENCE, byName(cooccurrence)),
        Map.entry(RecommenderName.MATRIX_FACTORIZATION, byName(matrixFactorization)),
        Map.entry(RecommenderName.AUTOENCODER, byName(autoencoder)),
        Map.entry(RecommenderName.CONTENT, byName(content)),
        Map.entry(RecommenderName.RULES, byName(rules)),
        Map.entry(RecommenderName.NEXT_BASKET, byName(nextBasket)),
        Map.entry(RecommenderName.BUY_AGAIN, byName(buyAgain)),
        Map.entry(RecommenderName.SESSION, byName(session)),
        Map.entry(RecommenderName.POPULAR, byName(popular)),
        Map.entry(RecommenderName.TRENDING, byName(trending)),
        Map.entry(RecommenderName.NEW, byName(newcomers)),
        Map.entry(RecommenderName.RECENTLY_VIEWED, Map.of()));
  }

  private static Map<String, String> byName(Record settings) {
    Map<String, String> byName = new TreeMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      try {
        byName.put(component.getName(), String.valueOf(component.getAccessor().invoke(settings)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component + " is public", e);
      }
    }
    return byName;
  }
}
