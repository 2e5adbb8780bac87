package io.shelfwise.recommend;

import io.shelfwise.recommend.content.ContentModel;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.propose.Recommenders;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import jakarta.inject.Singleton;
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

  /** What stores are trained with. */
  StoreTrainer.Settings training() {
    return new StoreTrainer.Settings(
        interest.weights(),
        interest.leastInterest(),
        (int) interest.sessionPause().toMinutes(),
        this::written);
  }

  /** A recommender's own settings by their names, and those of all by their full ones. */
  private Map<String, String> written(RecommenderName name) {
    Map<String, String> written = new TreeMap<>(byName().get(name));
    WrittenSettings.of(interest).forEach((one, value) -> written.put("interest." + one, value));
    WrittenSettings.of(privacy).forEach((one, value) -> written.put("privacy." + one, value));
    return written;
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
        Map.entry(RecommenderName.USER_KNN, WrittenSettings.of(userKnn)),
        Map.entry(RecommenderName.ITEM_KNN, WrittenSettings.of(itemKnn)),
        Map.entry(RecommenderName.BM25, WrittenSettings.of(bm25)),
        Map.entry(RecommenderName.RP3BETA, WrittenSettings.of(rp3beta)),
        Map.entry(RecommenderName.CO_OCCURRENCE, WrittenSettings.of(cooccurrence)),
        Map.entry(RecommenderName.MATRIX_FACTORIZATION, WrittenSettings.of(matrixFactorization)),
        Map.entry(RecommenderName.AUTOENCODER, WrittenSettings.of(autoencoder)),
        Map.entry(RecommenderName.CONTENT, WrittenSettings.of(content)),
        Map.entry(RecommenderName.RULES, WrittenSettings.of(rules)),
        Map.entry(RecommenderName.NEXT_BASKET, WrittenSettings.of(nextBasket)),
        Map.entry(RecommenderName.BUY_AGAIN, WrittenSettings.of(buyAgain)),
        Map.entry(RecommenderName.SESSION, WrittenSettings.of(session)),
        Map.entry(RecommenderName.POPULAR, WrittenSettings.of(popular)),
        Map.entry(RecommenderName.TRENDING, WrittenSettings.of(trending)),
        Map.entry(RecommenderName.NEW, WrittenSettings.of(newcomers)),
        Map.entry(RecommenderName.RECENTLY_VIEWED, Map.of()));
  }
}
