package io.shelfwise.value.endpoint;

import io.shelfwise.value.catalog.StoreCatalogs;
import io.shelfwise.value.features.FeatureReader;
import io.shelfwise.value.features.FeatureSchema;
import io.shelfwise.value.features.FeatureTable;
import io.shelfwise.value.features.ProductFacts;
import io.shelfwise.value.history.StoreHistory;

/**
 * The features of a store's buyers as of now.
 *
 * @param catalogs what is known of the products that they bought
 */
public record StoreFeatures(StoreCatalogs catalogs) {
  /** How many categories, and how many brands, have a feature of their own. */
  private static final int MOST_SHARES = 8;

  /** Which features a store's customers have. */
  FeatureSchema schema(StoreHistory store) {
    return FeatureSchema.of(
        store, store.totals().asOfDay(), catalogs.of(store.store()), MOST_SHARES);
  }

  /** All buyers, or a sample of them. */
  FeatureTable table(StoreHistory store, FeatureSchema schema, int most) {
    ProductFacts facts = catalogs.of(store.store());
    return FeatureTable.of(
        store, FeatureReader.of(schema, store, facts), store.totals().asOfDay(), most, 1);
  }

  /** Whether the shares of categories and brands are among the features. */
  boolean hasShares(StoreHistory store) {
    return catalogs.knows(store.store());
  }
}
