package io.shelfwise.recommend.content;

import io.shelfwise.recommend.meaning.MeaningModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * What the words of a store's products are about, as it was learned from all of them at one time:
 * where each product stands, and the graph of neighbours (HNSW) by which the nearest are found.
 * Immutable, and in memory alone.
 */
final class LearnedMeaning {
  private static final String PLACE = "place";

  /** Enough to hold a hundred thousand products at once, so that they make one graph. */
  private static final double BUFFER_MEGABYTES = 512;

  private final MeaningModel model;
  private final List<String> ids;
  private final Map<String, Integer> numbers;
  private final IndexSearcher searcher;

  private LearnedMeaning(
      MeaningModel model, List<String> ids, Map<String, Integer> numbers, IndexSearcher searcher) {
    this.model = model;
    this.ids = ids;
    this.numbers = numbers;
    this.searcher = searcher;
  }

  /** What the texts of a catalogue are about. */
  static LearnedMeaning of(CatalogTexts texts, MeaningModel model) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setMergeScheduler(new SerialMergeScheduler())
            .setRAMBufferSizeMB(BUFFER_MEGABYTES);
    List<String> ids = new ArrayList<>(texts.ids().size());
    Map<String, Integer> numbers = new HashMap<>(2 * texts.ids().size());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int text = 0; text < texts.ids().size(); text++) {
        Optional<float[]> place = model.place(texts.corpus().counts(), text);
        if (place.isPresent()) {
          Document document = new Document();
          document.add(
              new KnnFloatVectorField(PLACE, place.get(), VectorSimilarityFunction.DOT_PRODUCT));
          writer.addDocument(document);
          numbers.put(texts.ids().get(text), ids.size());
          ids.add(texts.ids().get(text));
        }
      }
      writer.forceMerge(1);
    }
    return new LearnedMeaning(
        model, ids, numbers, new IndexSearcher(DirectoryReader.open(directory)));
  }

  MeaningModel model() {
    return model;
  }

  /** The ids of the products that stand nearest to a place, the nearest first. */
  List<String> nearest(float[] place, int most) throws IOException {
    List<String> nearest = new ArrayList<>(most);
    for (ScoreDoc hit :
        searcher.search(new KnnFloatVectorQuery(PLACE, place, most), most).scoreDocs) {
      nearest.add(ids.get(hit.doc));
    }
    return nearest;
  }

  /** Where a product stands; empty if it was not among those that were learned from. */
  Optional<float[]> place(String id) throws IOException {
    Integer number = numbers.get(id);
    if (number == null) {
      return Optional.empty();
    }
    // All stand in one segment, in the order in which they were added.
    var values = searcher.getIndexReader().leaves().getFirst().reader().getFloatVectorValues(PLACE);
    return values == null ? Optional.empty() : Optional.of(values.vectorValue(number));
  }
}
