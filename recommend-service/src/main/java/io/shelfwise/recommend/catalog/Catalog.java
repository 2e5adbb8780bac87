package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The products of all stores. A store comes to be with its first product, and has a folder of its
 * own.
 *
 * <p>When a write returns, its products are on disk, are found, and are shown. Writes happen one
 * after the other, on a thread of their own, so that a large import never holds up a search.
 */
public final class Catalog implements ShownProducts, FilteredProducts, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Catalog.class);

  private final Settings settings;
  private final Languages languages;
  private final Map<String, StoreIndex> indexes = new ConcurrentSkipListMap<>();
  private final LucenePool readers;
  private final LucenePool writer;

  /**
   * Where the catalogue lies, and how much it may take.
   *
   * @param directory the folder that holds a folder for each store
   * @param searchThreads how many searches run at once
   * @param queueLength how many calls may wait for a thread; one more is refused
   * @param patience how long a call waits for its answer at most
   * @param mostStores how many stores there may be
   * @param language the tag of the language of products that do not tell theirs
   * @param attributes how much each kind of attribute has to say
   */
  public record Settings(
      Path directory,
      int searchThreads,
      int queueLength,
      Duration patience,
      int mostStores,
      String language,
      AttributeWeights attributes) {
    public Settings {
      require("searchThreads", searchThreads);
      require("queueLength", queueLength);
      require("mostStores", mostStores);
    }

    private static void require(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
      }
    }

    /** The usual settings, on all cores. */
    public static Settings usual(Path directory) {
      return new Settings(
          directory,
          Runtime.getRuntime().availableProcessors(),
          1000,
          Duration.ofSeconds(20),
          1000,
          "en",
          AttributeWeights.EVEN);
    }
  }

  private Catalog(Settings settings) {
    this.settings = settings;
    this.languages = new Languages(settings.language());
    this.readers =
        new LucenePool(
            "catalog-search",
            settings.searchThreads(),
            settings.queueLength(),
            settings.patience());
    this.writer = new LucenePool("catalog-write", 1, settings.queueLength(), settings.patience());
  }

  /** Opens the catalogue as it was last left, in whatever way that was. */
  public static Catalog open(Settings settings) {
    Catalog catalog = new Catalog(settings);
    try {
      Files.createDirectories(settings.directory());
      try (Stream<Path> folders = Files.list(settings.directory())) {
        for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
          String store = StoreDirectory.storeOf(folder.getFileName().toString());
          catalog.opened(store);
        }
      }
    } catch (IOException e) {
      catalog.close();
      throw new UncheckedIOException(e);
    }
    return catalog;
  }

  /**
   * Writes products; one that is there is replaced.
   *
   * @throws ApiException INVALID_ARGUMENT if an embedding is not as long as those of the store's
   *     other products, and nothing is written
   */
  public void write(String store, List<CatalogProduct> products) {
    writer.call(
        () -> {
          StoreIndex index = made(store);
          // Whoever writes has looked before, but another may have written since.
          products.forEach(index::requireSameLength);
          return changed(store, index, there -> there.write(products));
        });
  }

  /**
   * Makes a product of what is there of it, with no other write in between.
   *
   * @param change answers the product to write, with the same id, given the product as it is
   * @return the product that was written
   */
  public CatalogProduct update(
      String store, String id, Function<Optional<CatalogProduct>, CatalogProduct> change) {
    return writer.call(
        () -> {
          StoreIndex there = indexes.get(store);
          Optional<CatalogProduct> before =
              there == null ? Optional.empty() : there.read(searcher -> search(searcher).get(id));
          CatalogProduct changed = change.apply(before);
          CatalogProduct product =
              before.map(CatalogProduct::createTime).map(changed::createdAt).orElse(changed);
          changed(store, made(store), index -> index.write(List.of(product)));
          return product;
        });
  }

  /** Takes a product out; answers whether there was one. */
  public boolean delete(String store, String id) {
    return writer.call(
        () -> {
          StoreIndex there = indexes.get(store);
          return there != null && changed(store, there, index -> index.delete(id));
        });
  }

  /** A product; empty if the store has no such product. */
  public Optional<CatalogProduct> get(String store, String id) {
    return read(store, Optional.empty(), searcher -> search(searcher).get(id));
  }

  /**
   * The products by id.
   *
   * @param after the id that the page begins behind; empty: at the beginning
   * @param size how many products at most
   */
  public CatalogPage list(String store, String after, int size) {
    return list(store, Filter.EVERYTHING, after, size);
  }

  /**
   * The products that a filter means, by id.
   *
   * @param after the id that the page begins behind; empty: at the beginning
   * @param size how many products at most
   */
  public CatalogPage list(String store, Filter filter, String after, int size) {
    return read(store, CatalogPage.EMPTY, searcher -> search(searcher).list(filter, after, size));
  }

  @Override
  public List<String> ids(String store, Filter filter) {
    return read(store, List.of(), searcher -> search(searcher).ids(filter));
  }

  /**
   * What fits a query, best first; of equals the lower id first.
   *
   * @param offset how many to leave out
   * @param size how many products at most
   */
  public SearchPage search(String store, CatalogQuery query, int offset, int size) {
    return read(store, SearchPage.EMPTY, searcher -> search(searcher).search(query, offset, size));
  }

  /**
   * Reads a store's index itself, on the caller's thread, which should be one of a {@link
   * LucenePool}.
   */
  public <T> Optional<T> readHere(String store, IOFunction<IndexSearcher, T> reading)
      throws IOException {
    StoreIndex index = indexes.get(store);
    return index == null ? Optional.empty() : Optional.of(index.read(reading));
  }

  /** The stores that have a catalogue, in order. */
  public List<String> stores() {
    return List.copyOf(indexes.keySet());
  }

  @Override
  public Optional<ShownProduct> shown(String store, String productId) {
    StoreIndex index = indexes.get(store);
    return index == null ? Optional.empty() : index.shown(productId);
  }

  @Override
  public Optional<Instant> created(String store, String productId) {
    StoreIndex index = indexes.get(store);
    return index == null ? Optional.empty() : index.created(productId);
  }

  @Override
  public List<String> ids(String store) {
    StoreIndex index = indexes.get(store);
    return index == null ? List.of() : index.ids();
  }

  @Override
  public long version(String store) {
    StoreIndex index = indexes.get(store);
    return index == null ? 0 : index.version();
  }

  /**
   * The version that last changed the words, the attributes or the embedding of a product of the
   * store, or which are shown.
   */
  public long wordsVersion(String store) {
    StoreIndex index = indexes.get(store);
    return index == null ? 0 : index.wordsVersion();
  }

  /** How long the embeddings of other products than one are; empty if no other has one. */
  public OptionalInt embeddingLength(String store, String id) {
    StoreIndex index = indexes.get(store);
    return index == null ? OptionalInt.empty() : index.embeddingLength(id);
  }

  /** The category path of a product; empty if it has none, or there is no such product. */
  public List<String> categories(String store, String id) {
    StoreIndex index = indexes.get(store);
    return index == null ? List.of() : index.categories(id);
  }

  /** How much each kind of attribute has to say. */
  public AttributeWeights attributeWeights() {
    return settings.attributes();
  }

  /** How words become terms. */
  public Languages languages() {
    return languages;
  }

  private <T> T read(String store, T nothing, IOFunction<IndexSearcher, T> reading) {
    StoreIndex index = indexes.get(store);
    return index == null ? nothing : readers.call(() -> index.read(reading));
  }

  private StoreSearch search(IndexSearcher searcher) {
    return new StoreSearch(searcher, languages);
  }

  /** The index of a store, which comes to be with it. Called by the one thread that writes. */
  private StoreIndex made(String store) throws IOException {
    StoreIndex index = indexes.get(store);
    if (index != null) {
      return index;
    }
    if (indexes.size() >= settings.mostStores()) {
      throw ApiException.exhausted(
          "there are " + indexes.size() + " stores, and no more are allowed here");
    }
    return opened(store);
  }

  private StoreIndex opened(String store) throws IOException {
    Path folder = settings.directory().resolve(StoreDirectory.nameOf(store));
    StoreIndex index = StoreIndex.open(folder, languages, settings.attributes());
    indexes.put(store, index);
    return index;
  }

  /**
   * Changes an index. If the disk fails, or a product cannot be written, the index is opened anew
   * as it was before, and the next write may go well.
   */
  private <T> T changed(String store, StoreIndex index, IOFunction<StoreIndex, T> change)
      throws IOException {
    try {
      return change.apply(index);
    } catch (IOException | RuntimeException e) {
      index.abandon();
      opened(store);
      throw e;
    }
  }

  /** Lets running work end, then closes the indexes. */
  @Override
  public void close() {
    writer.close();
    readers.close();
    for (Map.Entry<String, StoreIndex> entry : indexes.entrySet()) {
      try {
        entry.getValue().close();
      } catch (IOException e) {
        // The others are to be closed still; what was acknowledged is on disk.
        log.warn("catalogue of store {} did not close well", entry.getKey(), e);
      }
    }
    languages.close();
  }
}
