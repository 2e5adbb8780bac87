package io.shelfwise.recommend.content;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shelfwise.recommend.catalog.Catalog;
import io.shelfwise.recommend.catalog.LucenePool;
import io.shelfwise.recommend.catalog.ProductSimilarity;
import io.shelfwise.recommend.meaning.MeaningModel;
import io.shelfwise.recommend.meaning.MeaningTrainer;
import io.shelfwise.recommend.model.OverBudgetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.lucene.search.IndexSearcher;

/**
 * Finds like products in the catalogue's index, once, and keeps what it found until the catalogue
 * changes, or what was learned of it.
 *
 * <p>A row costs about a millisecond, and a shop that imports its catalogue changes all of them at
 * once. So a row that is out of date is answered once more, while it is made anew in the
 * background: no answer waits, and the next one is right. One that was never made is waited for,
 * but not beyond the time that the answer has; it goes on being made for the next.
 */
public final class LuceneSimilarProducts implements SimilarProducts, AutoCloseable {
  private final Catalog catalog;
  private final Settings settings;

  /** Makes rows that someone waits for. */
  private final LucenePool pool;

  /**
   * Makes rows anew that no one waits for, one at a time: a whole catalogue of them does not stand
   * in the way of a row that someone waits for.
   */
  private final LucenePool behind;

  private final CatalogViews views = new CatalogViews();
  private final ConcurrentHashMap<String, Lexicon> lexicons = new ConcurrentHashMap<>();
  private final Cache<Key, Kept> rows;
  private final ConcurrentHashMap<String, Learned> learned = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Key, Future<Kept>> awaited = new ConcurrentHashMap<>();
  private final Set<Key> remade = ConcurrentHashMap.newKeySet();

  /**
   * How much is found, and how much of it kept.
   *
   * @param weights how much each way of being alike has to say
   * @param similarity how words are scored
   * @param measure how attributes are compared
   * @param meaning how it is learned what words are about
   * @param terms how many words of a product are asked for, 1 to 100
   * @param rowLength how many like products are kept for a product
   * @param mostRows for how many products they are kept
   * @param threads how many rows are made at once
   * @param queueLength how many rows may wait to be made
   * @param patience how long a caller waits for a row at most, however much time it has
   */
  public record Settings(
      LikenessWeights weights,
      ProductSimilarity similarity,
      AttributeMeasure measure,
      MeaningTrainer meaning,
      int terms,
      int rowLength,
      int mostRows,
      int threads,
      int queueLength,
      Duration patience) {
    private static final int MOST_TERMS = 100;

    /** The usual settings, on all cores. */
    public static final Settings USUAL =
        new Settings(
            new LikenessWeights(1, 1, 1),
            ProductSimilarity.bm25(),
            AttributeMeasure.COSINE,
            new MeaningTrainer(100, 1),
            25,
            100,
            100_000,
            Runtime.getRuntime().availableProcessors(),
            1000,
            Duration.ofSeconds(5));

    public Settings {
      require("terms", terms);
      require("rowLength", rowLength);
      require("mostRows", mostRows);
      require("threads", threads);
      require("queueLength", queueLength);
      if (terms > MOST_TERMS) {
        throw new IllegalArgumentException(
            "terms: " + terms + " (expected: <= " + MOST_TERMS + ")");
      }
    }

    private static void require(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
      }
    }
  }

  private record Key(String store, String product) {}

  /** What was learned of a store's words, and the version of them that it was learned from. */
  private record Learned(LearnedMeaning meaning, long version) {}

  /** A row, and what it was made of. */
  private record Kept(SimilarRow row, long version, Optional<LearnedMeaning> meaning) {}

  /** Finds products in a catalogue, which the caller closes after this. */
  public LuceneSimilarProducts(Catalog catalog, Settings settings) {
    this.catalog = catalog;
    this.settings = settings;
    this.pool =
        new LucenePool("content", settings.threads(), settings.queueLength(), settings.patience());
    this.behind = new LucenePool("content-behind", 1, settings.queueLength(), settings.patience());
    this.rows = Caffeine.newBuilder().maximumSize(settings.mostRows()).build();
  }

  @Override
  public List<Similar> to(String store, String productId, int count, long deadline) {
    Key key = new Key(store, productId);
    Kept kept = rows.getIfPresent(key);
    if (kept == null) {
      kept = await(awaited.computeIfAbsent(key, this::startToMake), deadline);
    } else if (isOld(key, kept)) {
      remakeLater(key);
    }
    SimilarRow row = kept.row();
    return row.size() <= count ? row : row.subList(0, count);
  }

  @Override
  public Optional<List<Similar>> known(String store, String productId) {
    Key key = new Key(store, productId);
    Kept kept = rows.getIfPresent(key);
    if (kept == null || isOld(key, kept)) {
      remakeLater(key);
    }
    return Optional.ofNullable(kept).map(Kept::row);
  }

  @Override
  public List<Similar> among(
      String store, String productId, Predicate<String> allowed, int count, long deadline) {
    Optional<LearnedMeaning> meaning = meaning(store);
    Future<SimilarRow> coming =
        pool.start(
            () ->
                catalog
                    .readHere(
                        store,
                        searcher -> search(store, searcher, meaning, count).to(productId, allowed))
                    .flatMap(found -> found)
                    .orElse(SimilarRow.EMPTY));
    try {
      return await(coming, deadline);
    } finally {
      // It is kept for no one.
      coming.cancel(false);
    }
  }

  @Override
  public void prepare(String store, List<String> productIds) {
    for (String id : productIds) {
      Key key = new Key(store, id);
      if (rows.getIfPresent(key) == null) {
        Future<Kept> _ = awaited.computeIfAbsent(key, this::startToMake);
      }
    }
  }

  /** Those who ask for the same row wait for the same work. */
  private Future<Kept> startToMake(Key key) {
    return pool.start(
        () -> {
          try {
            return made(key);
          } finally {
            awaited.remove(key);
          }
        });
  }

  private <T> T await(Future<T> coming, long deadline) {
    long left = Math.min(deadline - System.nanoTime(), settings.patience().toNanos());
    if (left <= 0) {
      throw new OverBudgetException();
    }
    return LucenePool.await(coming, left).orElseThrow(OverBudgetException::new);
  }

  @Override
  public void warm(String store, List<String> productIds) {
    learn(store);
    // One row at a time for each thread, so that whoever asks in the meantime waits for one row and
    // not for all. A row that cannot be made now is made when it is asked for, and then tells why.
    try (ExecutorService workers =
        Executors.newFixedThreadPool(settings.threads(), Thread.ofVirtual().factory())) {
      for (String id : productIds.subList(0, Math.min(productIds.size(), settings.mostRows()))) {
        var _ = workers.submit(() -> warm(new Key(store, id)));
      }
    }
  }

  /** Learns what the store's words are about. */
  @Override
  public void learn(String store) {
    long version = catalog.wordsVersion(store);
    Learned before = learned.get(store);
    if (settings.weights().vectors() == 0 || (before != null && before.version() == version)) {
      return;
    }
    try {
      Optional<CatalogTexts> texts =
          catalog.readHere(
              store, searcher -> CatalogTexts.read(searcher, views.of(store, searcher)));
      if (texts.isPresent() && texts.get().corpus().counts().entries() > 0) {
        MeaningModel model = settings.meaning().train(texts.get().corpus());
        if (model.dimensions() == 0) {
          learned.remove(store);
        } else {
          learned.put(store, new Learned(LearnedMeaning.of(texts.get(), model), version));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<LearnedMeaning> meaning(String store) {
    return Optional.ofNullable(learned.get(store)).map(Learned::meaning);
  }

  private void warm(Key key) {
    Kept kept = rows.getIfPresent(key);
    if (kept == null || isOld(key, kept)) {
      pool.call(() -> made(key));
    }
  }

  private boolean isOld(Key key, Kept kept) {
    return kept.version() != catalog.wordsVersion(key.store())
        || !kept.meaning().equals(meaning(key.store()));
  }

  private void remakeLater(Key key) {
    if (remade.add(key) && !behind.offer(() -> remake(key))) {
      remade.remove(key);
    }
  }

  private void remake(Key key) {
    try {
      made(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      remade.remove(key);
    }
  }

  private Kept made(Key key) throws IOException {
    // Read before the index is, so that words written in between make the row old and not wrong for
    // good.
    long version = catalog.wordsVersion(key.store());
    Optional<LearnedMeaning> meaning = meaning(key.store());
    SimilarRow row =
        catalog
            .readHere(
                key.store(),
                searcher ->
                    search(key.store(), searcher, meaning, settings.rowLength()).to(key.product()))
            .flatMap(found -> found)
            .orElse(SimilarRow.EMPTY);
    Kept made = new Kept(row, version, meaning);
    if (catalog.shown(key.store(), key.product()).isPresent()) {
      rows.put(key, made);
    } else {
      rows.invalidate(key);
    }
    return made;
  }

  private SimilarSearch search(
      String store, IndexSearcher searcher, Optional<LearnedMeaning> meaning, int most) {
    return new SimilarSearch(
        searcher.getIndexReader(),
        views.of(store, searcher),
        catalog.languages(),
        catalog.attributeWeights(),
        new SimilarSearch.Settings(
            settings.weights(), settings.similarity(), settings.measure(), settings.terms(), most),
        meaning.orElse(null),
        lexicons.computeIfAbsent(store, _ -> new Lexicon()));
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    pool.close();
    behind.close();
  }
}
