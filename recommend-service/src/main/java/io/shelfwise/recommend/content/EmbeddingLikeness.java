package io.shelfwise.recommend.content;

import io.shelfwise.recommend.algebra.Floats;
import io.shelfwise.recommend.catalog.Embedding;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.model.Best;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Likeness by the shop's own model: the nearness of the embeddings. The nearest are found in a
 * graph of neighbours (HNSW), nearly always all of them.
 *
 * @see <a href="https://doi.org/10.1109/TPAMI.2018.2889473">Malkov, Yashunin: Efficient and robust
 *     approximate nearest neighbor search using hierarchical navigable small world graphs, 2020</a>
 */
final class EmbeddingLikeness implements Likeness {
  /** How many times what is wanted the graph is asked for at most. */
  private static final int MOST_ASKED = 20;

  private final String field;
  private final float[] place;
  private final CatalogView view;
  private final IndexSearcher searcher;

  EmbeddingLikeness(Embedding embedding, CatalogView view, IndexSearcher searcher) {
    this.field = ProductDocument.embeddingField(embedding);
    this.place = embedding.unit();
    this.view = view;
    this.searcher = searcher;
  }

  @Override
  public List<Trait> traits() {
    return List.of(Trait.Meaning.ALIKE);
  }

  /** Where few of those that the graph finds are allowed, all that are allowed are compared. */
  @Override
  public int[] nearest(int most, IntPredicate allowed) throws IOException {
    // The product that is asked about is the nearest to itself, and not allowed.
    for (int asked = most + 1; asked <= MOST_ASKED * most; asked *= 4) {
      Query query = new KnnFloatVectorQuery(field, place, asked, ProductDocument.isShowable());
      ScoreDoc[] hits = searcher.search(query, asked).scoreDocs;
      int[] nearest =
          Stream.of(hits)
              .mapToInt(hit -> view.numberOf(hit.doc))
              .filter(allowed)
              .limit(most)
              .toArray();
      if (nearest.length == most || hits.length < asked) {
        return nearest;
      }
    }
    return nearestOfAll(most, allowed);
  }

  private int[] nearestOfAll(int most, IntPredicate allowed) throws IOException {
    int[] products = IntStream.range(0, view.size()).filter(allowed).toArray();
    double[][] parts = new double[products.length][1];
    tell(products, parts, 0);
    Best best = new Best();
    best.reset(most);
    for (int rank = 0; rank < products.length; rank++) {
      if (parts[rank][0] > 0 && best.beats(products[rank], parts[rank][0])) {
        best.add(products[rank], parts[rank][0]);
      }
    }
    best.sort();
    int[] nearest = new int[best.size()];
    Arrays.setAll(nearest, best::number);
    return nearest;
  }

  @Override
  public void tell(int[] products, double[][] parts, int from) throws IOException {
    // What a segment holds can only be walked forwards.
    int[] ranks =
        IntStream.range(0, products.length)
            .boxed()
            .sorted(Comparator.comparingInt(rank -> view.document(products[rank])))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] documents = IntStream.of(ranks).map(rank -> view.document(products[rank])).toArray();
    Documents.visit(
        searcher,
        documents,
        leaf -> Vectors.of(leaf.reader().getFloatVectorValues(field)),
        (vectors, document, at) -> {
          if (vectors != null && vectors.stopsAt(document)) {
            parts[ranks[at]][from] = nearness(vectors.here());
          }
        });
  }

  private double nearness(float[] other) {
    return Nearness.of(Floats.dot(place, 0, other, 0, place.length));
  }

  /** The vectors of a segment, and how far they have been walked through. */
  private record Vectors(FloatVectorValues values, DocIndexIterator walk) {
    static @Nullable Vectors of(@Nullable FloatVectorValues values) {
      return values == null ? null : new Vectors(values, values.iterator());
    }

    boolean stopsAt(int document) throws IOException {
      int at = walk.docID();
      return document == (at < document ? walk.advance(document) : at);
    }

    float[] here() throws IOException {
      return values.vectorValue(walk.index());
    }
  }
}
