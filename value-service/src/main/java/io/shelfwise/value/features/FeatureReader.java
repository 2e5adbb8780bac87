package io.shelfwise.value.features;

import io.shelfwise.value.history.CustomerHistory;
import io.shelfwise.value.history.ProductDictionary;
import io.shelfwise.value.history.StoreHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the features of one store's customers. What the catalogue says of the products that were
 * bought by now is looked up once; products bought for the first time later are of no category and
 * no brand to it.
 */
public final class FeatureReader {
  private final FeatureSchema schema;

  /** By a product's number the place of its category's share, or −1; and of its brand's. */
  private final int[] categoryPlaces;

  private final int[] brandPlaces;

  private FeatureReader(FeatureSchema schema, int[] categoryPlaces, int[] brandPlaces) {
    this.schema = schema;
    this.categoryPlaces = categoryPlaces;
    this.brandPlaces = brandPlaces;
  }

  /** A reader for the customers of a store. */
  public static FeatureReader of(FeatureSchema schema, StoreHistory store, ProductFacts facts) {
    int brands = schema.firstShare() + schema.categories().size();
    return new FeatureReader(
        schema,
        places(
            store, facts, ProductFacts.Facts::category, schema.categories(), schema.firstShare()),
        places(store, facts, ProductFacts.Facts::brand, schema.brands(), brands));
  }

  private static int[] places(
      StoreHistory store,
      ProductFacts facts,
      Function<ProductFacts.Facts, String> group,
      List<String> groups,
      int firstPlace) {
    ProductDictionary products = store.products();
    int[] places = new int[groups.isEmpty() ? 0 : products.size()];
    for (int product = 0; product < places.length; product++) {
      int found = facts.of(products.product(product)).map(group).map(groups::indexOf).orElse(-1);
      places[product] = found < 0 ? -1 : firstPlace + found;
    }
    return places;
  }

  /** What the features are. */
  public FeatureSchema schema() {
    return schema;
  }

  /** A customer at the end of a day; empty for one who had not bought by then. */
  public Optional<CustomerFeatures> read(CustomerHistory history, int day) {
    int purchaseDays = history.purchaseDaysUntil(day);
    if (purchaseDays == 0) {
      return Optional.empty();
    }
    double[] values = new double[schema.size()];
    schema.readMeasures(new AsOf(history, day, purchaseDays), values);
    if (schema.size() > schema.firstShare()) {
      readShares(history, day, values);
    }
    return Optional.of(new CustomerFeatures(schema, values));
  }

  private void readShares(CustomerHistory history, int day, double[] values) {
    double[] spend = new double[schema.size() + 1];
    int all = schema.size();
    history
        .activity()
        .forEachProduct(
            day,
            (product, micros) -> {
              spend[all] += micros;
              add(spend, categoryPlaces, product, micros);
              add(spend, brandPlaces, product, micros);
            });
    if (spend[all] > 0) {
      for (int place = schema.firstShare(); place < all; place++) {
        values[place] = spend[place] / spend[all];
      }
    }
  }

  private static void add(double[] spend, int[] places, int product, long micros) {
    int place = product < places.length ? places[product] : -1;
    if (place >= 0) {
      spend[place] += micros;
    }
  }
}
