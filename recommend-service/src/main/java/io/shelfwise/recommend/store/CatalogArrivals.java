package io.shelfwise.recommend.store;

import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.popular.Newcomers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When a store's products were first put into its catalogue, read anew when that changes. Before
 * the first event it tells nothing, so that products have their numbers, by which equals are
 * ordered, from the events first.
 */
final class CatalogArrivals implements Newcomers.Arrivals {
  private static final int NO_PRODUCTS = -1;

  private final String store;
  private final ShownProducts catalog;
  private final Dictionary products;
  private volatile Read read = new Read(NO_PRODUCTS, new int[0]);

  @SuppressWarnings("ArrayRecordComponent") // compared by no one
  private record Read(long version, int[] minutes) {}

  /** Those of a store whose products have these numbers. */
  CatalogArrivals(String store, ShownProducts catalog, Dictionary products) {
    this.store = store;
    this.catalog = catalog;
    this.products = products;
  }

  @Override
  public long version() {
    return products.size() == 0 ? NO_PRODUCTS : catalog.version(store);
  }

  @Override
  public int[] minutes() {
    // The version is read first: what is found after that is at least as new.
    long version = version();
    Read known = read;
    if (known.version() != version) {
      known = new Read(version, version == NO_PRODUCTS ? new int[0] : readMinutes());
      read = known;
    }
    return known.minutes();
  }

  private int[] readMinutes() {
    int[] minutes = new int[0];
    for (String id : catalog.ids(store)) {
      Optional<Instant> created = catalog.created(store, id);
      if (created.isPresent()) {
        int product = products.number(id);
        if (product >= minutes.length) {
          int known = minutes.length;
          minutes = Arrays.copyOf(minutes, 2 * product + 1);
          Arrays.fill(minutes, known, minutes.length, Newcomers.NEVER);
        }
        minutes[product] =
            Math.toIntExact(TimeUnit.SECONDS.toMinutes(created.get().getEpochSecond()));
      }
    }
    return minutes;
  }
}
