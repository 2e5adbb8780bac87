package io.shelfwise.recommend.propose;

import io.shelfwise.recommend.catalog.FilteredProducts;
import io.shelfwise.recommend.catalog.ShownProducts;
import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.interactions.Dictionary;
import io.shelfwise.recommend.store.Store;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the products that filters mean, remembered until the catalogue changes: a page of
 * a shop asks with the same filter again and again.
 */
final class FilteredNumbers {
  /** At 100,000 products each takes 12 kB. */
  private static final int MOST = 200;

  private final ShownProducts shown;
  private final FilteredProducts catalog;
  private final Map<Key, Kept> sets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
          return size() > MOST;
        }
      };

  FilteredNumbers(ShownProducts shown, FilteredProducts catalog) {
    this.shown = shown;
    this.catalog = catalog;
  }

  private record Key(String store, Filter filter) {}

  /** What was meant when the catalogue had this version, by these numbers; written by no one. */
  private record Kept(long version, Dictionary numbers, BitSet set) {}

  /** The numbers of what the filter means. */
  BitSet of(Store store, Filter filter) {
    // The version is read first: what is found after that is at least as new.
    long version = shown.version(store.id());
    Dictionary numbers = store.interactions().products();
    Key key = new Key(store.id(), filter);
    Kept kept = find(key);
    if (kept == null || kept.version() != version || kept.numbers() != numbers) {
      BitSet set = new BitSet();
      catalog.ids(store.id(), filter).forEach(id -> set.set(numbers.number(id)));
      kept = new Kept(version, numbers, set);
      keep(key, kept);
    }
    return kept.set();
  }

  private synchronized @Nullable Kept find(Key key) {
    return sets.get(key);
  }

  private synchronized void keep(Key key, Kept kept) {
    sets.put(key, kept);
  }
}
