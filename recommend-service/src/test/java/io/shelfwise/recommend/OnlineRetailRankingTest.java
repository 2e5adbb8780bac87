package io.shelfwise.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.Products;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.evaluate.Blend;
import io.shelfwise.recommend.evaluate.RankingMeasures;
import io.shelfwise.recommend.evaluate.ShopAtCut;
import io.shelfwise.recommend.evaluate.TimeSplit;
import io.shelfwise.recommend.interactions.Interaction;
import io.shelfwise.recommend.model.Proposal;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.store.Stores;
import io.shelfwise.recommend.training.StoreTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the recommenders, with the settings that the service is delivered with, on a year of a
 * real shop: what customers bought in the 92 days from 2011-09-09 on, known only what they bought
 * before. The settings were chosen on the 92 days before that.
 */
@Tag("real-data")
class OnlineRetailRankingTest {
  private static final Logger log = LoggerFactory.getLogger(OnlineRetailRankingTest.class);
  private static final int CANDIDATES = 50;

  /** Those that tell of a visit or of a day: what is bought within months is not their matter. */
  private static final Set<RecommenderName> OF_THE_MOMENT =
      Set.of(RecommenderName.SESSION, RecommenderName.NEW, RecommenderName.RECENTLY_VIEWED);

  /** The weights of the placement {@code for-you}. */
  private static final Blend FOR_YOU =
      new Blend(
          Map.of(
              RecommenderName.USER_KNN, 0.6,
              RecommenderName.CO_OCCURRENCE, 0.2,
              RecommenderName.CONTENT, 0.1,
              RecommenderName.TRENDING, 0.05,
              RecommenderName.POPULAR, 0.05));

  @Test
  void everyRecommenderBeatsTheBestsellersAndTheBlendBeatsEachOfThem(@TempDir Path folder) {
    OnlineRetail shop = OnlineRetail.read();
    TimeSplit split = TimeSplit.at(OnlineRetail.minute("2011-09-09 00:00:00"), shop.purchases());
    ModelSettings settings = Defaults.read(folder.resolve("service"));
    try (Catalog catalog = catalog(folder.resolve("catalog"), shop, split);
        LuceneSimilarProducts similar =
            new LuceneSimilarProducts(catalog, settings.content().similar())) {
      ShopAtCut atCut =
          new ShopAtCut(
              split,
              new Stores(catalog, similar, settings.stores()).get("shop"),
              new StoreTrainer(
                  settings.interest().training(), settings.trainers(), similar, Clock.systemUTC()),
              settings.recommenders());
      judge(atCut, settings);
    }
  }

  private static void judge(ShopAtCut atCut, ModelSettings settings) {
    RankingMeasures floor = atCut.judgeBestsellers();
    report("bestsellers", floor);
    assertThat(floor.customers()).isEqualTo(1919);
    assertThat(floor.hitRate10()).isCloseTo(0.551, within(0.0005));

    Map<String, Map<RecommenderName, List<Proposal>>> asked = new ConcurrentHashMap<>();
    Function<String, Map<RecommenderName, List<Proposal>>> ask =
        customer -> asked.computeIfAbsent(customer, one -> atCut.lists(one, CANDIDATES));
    Map<RecommenderName, RankingMeasures> measures = new EnumMap<>(RecommenderName.class);
    List<RecommenderName> names = new ArrayList<>(settings.recommenders().names());
    names.removeAll(OF_THE_MOMENT);
    for (RecommenderName name : names) {
      RankingMeasures one =
          atCut.judge(
              customer ->
                  ask.apply(customer).getOrDefault(name, List.of()).stream()
                      .map(Proposal::product)
                      .toList());
      report(name.text(), one);
      measures.put(name, one);
    }
    RankingMeasures blend = atCut.judge(customer -> FOR_YOU.rank(ask.apply(customer)));
    report("blend", blend);

    assertThat(measures.values())
        .allSatisfy(one -> assertThat(one.ndcg10()).isGreaterThan(floor.ndcg10()));
    for (RecommenderName weighed : FOR_YOU.weights().keySet()) {
      RankingMeasures one = Objects.requireNonNull(measures.get(weighed));
      assertThat(blend.hitRate10()).isGreaterThan(one.hitRate10());
      assertThat(blend.ndcg10()).isGreaterThan(one.ndcg10());
    }
    // What was bought in the last summer weeks is little help for an autumn and a Christmas:
    // trending tells of the day.
    measures.remove(RecommenderName.TRENDING);
    assertThat(measures.values())
        .allSatisfy(one -> assertThat(one.hitRate10()).isGreaterThan(floor.hitRate10()));
  }

  /** The products that were bought before the cut; what comes later, no one knows of. */
  private static Catalog catalog(Path folder, OnlineRetail shop, TimeSplit split) {
    Catalog catalog = Catalog.open(Catalog.Settings.usual(folder));
    List<CatalogProduct> products =
        split.known().stream()
            .map(Interaction::product)
            .distinct()
            .sorted()
            .map(id -> Products.titled(id, shop.titles().getOrDefault(id, id)))
            .toList();
    catalog.write("shop", products);
    return catalog;
  }

  private static void report(String name, RankingMeasures measures) {
    log.info(
        "{}",
        "%-14s hit rate@10 %.4f  NDCG@10 %.4f  recall@20 %.4f"
            .formatted(name, measures.hitRate10(), measures.ndcg10(), measures.recall20()));
  }
}
