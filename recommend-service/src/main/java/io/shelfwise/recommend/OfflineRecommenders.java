package io.shelfwise.recommend;

import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.content.EmptyCatalog;
import io.shelfwise.recommend.content.LuceneSimilarProducts;
import io.shelfwise.recommend.evaluate.Split;
import io.shelfwise.recommend.evaluate.TrainedShop;
import io.shelfwise.recommend.model.RecommenderName;
import io.shelfwise.recommend.model.Trainer;
import io.shelfwise.recommend.store.Stores;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The recommenders as the service has them, without the service: to be trained on data from
 * anywhere, and judged.
 */
public final class OfflineRecommenders {
  static final String STORE = "shop";
  private static final String LEAST_CUSTOMERS = "privacy.least-customers";
  private static final String UNLIMITED = "1000000";

  private final SortedMap<String, String> settings;
  private final Stores.Settings kept;
  private final TrainedShop.Setup setup;
  private final LuceneSimilarProducts.Settings similar;

  private OfflineRecommenders(DeliveredSettings delivered) {
    ModelSettings models = delivered.models();
    this.settings = delivered.values();
    this.kept = models.stores();
    this.similar = models.content().similar();
    // Made now, because it is here that values are refused which mean nothing.
    this.setup = models.judging();
  }

  /** The recommenders as they are delivered, what few customers did left out. */
  public static OfflineRecommenders withDeliveredSettings() {
    return new OfflineRecommenders(DeliveredSettings.with(Map.of()));
  }

  /**
   * The recommenders with the delivered settings, and what is set over them. What few customers did
   * may be learned from, unless that is set, because it is shown to no one.
   *
   * @param set values by name, such as {@code user-knn.neighbors}
   * @throws IllegalArgumentException if there is no such setting, or it cannot have that value
   */
  public static OfflineRecommenders with(Map<String, String> set) {
    Map<String, String> all = new HashMap<>(Map.of(LEAST_CUSTOMERS, "1"));
    all.putAll(set);
    return new OfflineRecommenders(DeliveredSettings.with(all));
  }

  /**
   * The same for data that do not tell when anything was done. Where nothing is newer than anything
   * else, to listen to no more than the newest products would be to leave out some by chance: so
   * histories are as long as they can be, unless they are set.
   */
  public static OfflineRecommenders withoutTimes(Map<String, String> set) {
    Map<String, String> whole = new HashMap<>();
    for (String name : with(set).settings().keySet()) {
      if (name.endsWith(".history-length") || name.endsWith(".journal-length")) {
        whole.put(name, UNLIMITED);
      }
    }
    whole.putAll(set);
    return with(whole);
  }

  /**
   * Values of a recommender's settings that are worth trying, with commas between them, by setting;
   * those that are delivered among them.
   */
  public static SortedMap<String, String> ranges(RecommenderName name) {
    return SearchRanges.of(name);
  }

  /** All settings, by name. */
  public SortedMap<String, String> settings() {
    return Collections.unmodifiableSortedMap(settings);
  }

  /** Who can be asked. */
  public List<RecommenderName> names() {
    return setup.recommenders().names();
  }

  /** Who has to be trained. */
  public List<RecommenderName> trained() {
    return setup.trainers().keySet().stream().sorted().toList();
  }

  /** How one who has to be trained is. */
  public Trainer<?> trainer(RecommenderName name) {
    Trainer<?> trainer = setup.trainers().get(name);
    if (trainer == null) {
      throw new IllegalArgumentException("name: " + name + " (expected: one who is trained)");
    }
    return trainer;
  }

  /** The settings of a recommender, by their names without its own. */
  public SortedMap<String, String> settings(RecommenderName name) {
    String prefix = name.text() + ".";
    SortedMap<String, String> own = new TreeMap<>();
    settings.forEach(
        (setting, value) -> {
          if (setting.startsWith(prefix)) {
            own.put(setting.substring(prefix.length()), value);
          }
        });
    return own;
  }

  /** A shop without a catalogue: all that is known of a product is who wants it. */
  public OfflineShop shop(Split split) {
    EmptyCatalog nothing = new EmptyCatalog();
    return OfflineShop.of(
        new TrainedShop(
            split, new Stores(nothing, nothing, kept).blank(STORE), List.of(), setup, ids -> {}));
  }

  /**
   * A shop with a catalogue.
   *
   * @param products what is known to be on sale
   */
  public OfflineShop shop(Split split, List<CatalogProduct> products) {
    return OfflineShop.open(
        products,
        similar,
        (catalog, rows) ->
            new TrainedShop(
                split,
                new Stores(catalog, rows, kept).blank(STORE),
                products.stream().map(CatalogProduct::id).toList(),
                setup,
                ids -> rows.warm(STORE, ids)));
  }
}
