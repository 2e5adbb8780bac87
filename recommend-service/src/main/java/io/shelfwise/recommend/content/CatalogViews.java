package io.shelfwise.recommend.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** The view of each store's index that was asked about last, for as long as it is open. */
final class CatalogViews {
  private final ConcurrentHashMap<String, Held> held = new ConcurrentHashMap<>();

  private record Held(IndexReader.CacheKey key, CatalogView view) {}

  /** The view that a searcher has of a store's index. */
  CatalogView of(String store, IndexSearcher searcher) {
    IndexReader.CacheHelper cache = searcher.getIndexReader().getReaderCacheHelper();
    IndexReader.CacheKey key = cache.getKey();
    return held.compute(
            store,
            (name, last) -> last != null && last.key() == key ? last : read(name, searcher, cache))
        .view();
  }

  private Held read(String store, IndexSearcher searcher, IndexReader.CacheHelper cache) {
    try {
      Held read = new Held(cache.getKey(), CatalogView.of(searcher));
      cache.addClosedListener(closed -> held.remove(store, read));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
