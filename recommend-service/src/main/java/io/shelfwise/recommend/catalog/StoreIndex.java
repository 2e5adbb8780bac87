package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.language.Languages;
import io.shelfwise.rpc.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOConsumer;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * The products of one store: on disk, and as far as answers show them in memory.
 *
 * <p>A write commits before it returns, so that a product that was acknowledged survives the end of
 * the process. One thread writes at a time; a reader sees the catalogue as it was when the reader
 * began.
 */
final class StoreIndex implements AutoCloseable {
  /**
   * Of deleted products, which count in the statistics behind the scores until a merge drops them.
   */
  private static final double MOST_DELETED_PERCENT = 10;

  /** Grows whenever documents are made otherwise than before. */
  private static final int DOCUMENT_VERSION = 6;

  private static final String VERSION = "version";

  private static final String FORMAT = "format";

  private final Directory directory;
  private final IndexWriter writer;
  private final Languages languages;
  private final AttributeWeights weights;
  private final SearcherManager searchers;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** How many products have an embedding of each length. */
  private final Map<Integer, Integer> embeddings = new ConcurrentHashMap<>();

  private volatile long version;
  private volatile long wordsVersion;

  /**
   * What is kept in memory of a product; of what it is like others by, only by what that can be
   * told from others.
   */
  private record Entry(
      ShownProduct shown,
      List<String> categories,
      int likenessHash,
      int embeddingLength,
      Instant created) {
    static Entry of(CatalogProduct product) {
      return new Entry(
          ShownProduct.of(product),
          product.wording().categories(),
          Objects.hash(product.wording(), product.attributes(), product.embedding()),
          product.embedding().map(Embedding::length).orElse(0),
          product.createTime());
    }

    boolean readsAs(Entry other) {
      return likenessHash == other.likenessHash && shown.showable() == other.shown.showable();
    }
  }

  private StoreIndex(
      Directory directory, IndexWriter writer, Languages languages, AttributeWeights weights)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.languages = languages;
    this.weights = weights;
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.version = committed(writer, VERSION).map(Long::parseLong).orElse(0L);
    read(this::remember);
    if (!entries.isEmpty() && !committed(writer, FORMAT).equals(Optional.of(format()))) {
      read(this::writeAnew);
    }
  }

  /** Opens a store's index as it was last committed; one that is not there is made. */
  static StoreIndex open(Path folder, Languages languages, AttributeWeights weights)
      throws IOException {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setDeletesPctAllowed(MOST_DELETED_PERCENT);
    IndexWriterConfig config =
        new IndexWriterConfig(languages)
            .setMergePolicy(merges)
            .setSimilarity(ProductSimilarity.bm25());
    Directory directory = FSDirectory.open(folder);
    return new StoreIndex(directory, new IndexWriter(directory, config), languages, weights);
  }

  private static Optional<String> committed(IndexWriter writer, String name) {
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      for (Map.Entry<String, String> entry : committed) {
        if (entry.getKey().equals(name)) {
          return Optional.of(entry.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** What documents are made with besides products; those made with something else are old. */
  private String format() {
    return DOCUMENT_VERSION + " " + languages.code("") + " " + weights;
  }

  private Void remember(IndexSearcher searcher) throws IOException {
    forEach(searcher, product -> remember(product.id(), Entry.of(product)));
    return null;
  }

  /** Keeps what is known of a product now; answers what was known before. */
  private @Nullable Entry remember(String id, Entry now) {
    Entry before = entries.put(id, now);
    forgetEmbedding(before);
    if (now.embeddingLength() > 0) {
      embeddings.merge(now.embeddingLength(), 1, Integer::sum);
    }
    return before;
  }

  private void forgetEmbedding(@Nullable Entry entry) {
    if (entry != null && entry.embeddingLength() > 0) {
      embeddings.computeIfPresent(
          entry.embeddingLength(), (length, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Makes all documents anew of the products that they hold, as an earlier release left them. */
  private Void writeAnew(IndexSearcher searcher) throws IOException {
    forEach(searcher, this::update);
    changed(commit(), true);
    return null;
  }

  private static void forEach(IndexSearcher searcher, IOConsumer<CatalogProduct> action)
      throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      StoredFields stored = leaf.reader().storedFields();
      Bits live = leaf.reader().getLiveDocs();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if (live == null || live.get(document)) {
          action.accept(ProductDocument.read(stored.document(document)));
        }
      }
    }
  }

  private void update(CatalogProduct product) throws IOException {
    String language = languages.code(product.wording().language());
    writer.updateDocument(
        ProductDocument.idTerm(product.id()),
        ProductDocument.of(product, language, AttributeTerms.of(product, weights)));
  }

  /** Writes products, of two with the same id the later; answers the version that this makes. */
  long write(List<CatalogProduct> written) throws IOException {
    List<CatalogProduct> products = written.stream().map(this::asCreated).toList();
    for (CatalogProduct product : products) {
      update(product);
    }
    long next = commit();
    boolean sameWords = true;
    for (CatalogProduct product : products) {
      Entry now = Entry.of(product);
      Entry before = remember(product.id(), now);
      sameWords &= before != null && before.readsAs(now);
    }
    changed(next, !sameWords);
    return next;
  }

  /** A product, of which it is kept when it was first written. */
  private CatalogProduct asCreated(CatalogProduct product) {
    return created(product.id()).map(product::createdAt).orElse(product);
  }

  /** Deletes a product; answers whether there was one. */
  boolean delete(String id) throws IOException {
    if (!entries.containsKey(id)) {
      return false;
    }
    writer.deleteDocuments(ProductDocument.idTerm(id));
    long next = commit();
    forgetEmbedding(entries.remove(id));
    changed(next, true);
    return true;
  }

  /** Makes what was written last, and found; answers the version that it makes. */
  private long commit() throws IOException {
    long next = version + 1;
    writer.setLiveCommitData(Map.of(VERSION, Long.toString(next), FORMAT, format()).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
    return next;
  }

  private void changed(long next, boolean words) {
    version = next;
    if (words) {
      wordsVersion = next;
    }
  }

  /** Reads the catalogue as it is now. */
  <T> T read(IOFunction<IndexSearcher, T> reading) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return reading.apply(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** The category path of a product; empty if it has none. */
  List<String> categories(String id) {
    Entry entry = entries.get(id);
    return entry == null ? List.of() : entry.categories();
  }

  /** When a product was first written. */
  Optional<Instant> created(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::created);
  }

  Optional<ShownProduct> shown(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::shown);
  }

  List<String> ids() {
    return entries.keySet().stream().sorted().toList();
  }

  /** Refuses a product whose embedding is not as long as those of all others. */
  void requireSameLength(CatalogProduct product) {
    int length = product.embedding().map(Embedding::length).orElse(0);
    OptionalInt others = embeddingLength(product.id());
    if (length > 0 && others.isPresent() && others.getAsInt() != length) {
      throw ApiException.invalid(
          "embedding",
          "have as many entries as the store's other embeddings: " + others.getAsInt());
    }
  }

  /** How long the embeddings of other products than one are; empty if no other has one. */
  OptionalInt embeddingLength(String id) {
    Entry own = entries.get(id);
    return embeddings.entrySet().stream()
        .filter(
            length ->
                own == null || own.embeddingLength() != length.getKey() || length.getValue() > 1)
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  /** Grows with every write. */
  long version() {
    return version;
  }

  /** The version that last changed what a product is like others by, or whether it is shown. */
  long wordsVersion() {
    return wordsVersion;
  }

  /** Closes it, and lets go of what was not committed. */
  void abandon() throws IOException {
    searchers.close();
    writer.rollback();
    directory.close();
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
