package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;

/**
 * Documents of an index, ascending, read segment by segment: what a segment holds can only be
 * walked forwards.
 */
final class Documents {
  static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ProductDocument.ID, SortField.Type.STRING));

  private Documents() {}

  /** What is done with one document. */
  @FunctionalInterface
  interface Visit<T> {
    /**
     * Visits a document.
     *
     * @param opened what was opened of the segment
     * @param document the document's number in the segment
     * @param rank its place among those that are visited
     */
    void at(T opened, int document, int rank) throws IOException;
  }

  /** Visits documents, opening what is needed of a segment when its first one comes. */
  static <T> void visit(
      IndexSearcher searcher,
      int[] documents,
      IOFunction<LeafReaderContext, T> open,
      Visit<T> visit)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int rank = 0;
    while (rank < documents.length) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(documents[rank], leaves));
      T opened = open.apply(leaf);
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; rank < documents.length && documents[rank] < end; rank++) {
        visit.at(opened, documents[rank] - leaf.docBase, rank);
      }
    }
  }

  /** The ids of the products that the documents hold. */
  static String[] ids(IndexSearcher searcher, int[] documents) throws IOException {
    String[] ids = new String[documents.length];
    visit(
        searcher,
        documents,
        leaf -> DocValues.getSorted(leaf.reader(), ProductDocument.ID),
        (SortedDocValues values, int document, int rank) -> {
          if (values.advanceExact(document)) {
            ids[rank] = values.lookupOrd(values.ordValue()).utf8ToString();
          }
        });
    return ids;
  }

  /** Those of the documents that a query finds. */
  static int[] matching(IndexSearcher searcher, int[] documents, Query query) throws IOException {
    boolean[] found = new boolean[documents.length];
    score(searcher, documents, query, (rank, scorer) -> found[rank] = true);
    int[] matching = new int[documents.length];
    int count = 0;
    for (int rank = 0; rank < documents.length; rank++) {
      if (found[rank]) {
        matching[count++] = documents[rank];
      }
    }
    return Arrays.copyOf(matching, count);
  }

  /** What is done with a document that a query finds. */
  @FunctionalInterface
  interface Hit {
    void at(int rank, Scorer scorer) throws IOException;
  }

  /** Walks once through what a query finds, and stops at these documents only. */
  static void score(IndexSearcher searcher, int[] documents, Query query, Hit hit)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    visit(
        searcher,
        documents,
        leaf -> new Walk(weight.scorer(leaf)),
        (walk, document, rank) -> walk.stop(document, rank, hit));
  }

  /** A walk through a segment; nothing is found in it if there is no scorer. */
  private record Walk(@Nullable Scorer scorer) {
    void stop(int document, int rank, Hit hit) throws IOException {
      if (scorer == null) {
        return;
      }
      int at = scorer.docID();
      if (document == (at < document ? scorer.iterator().advance(document) : at)) {
        hit.at(rank, scorer);
      }
    }
  }
}
