package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.IOFunction;

/**
 * Documents of an index, ascending, read segment by segment: what a segment holds can only be
 * walked forwards.
 */
final class Documents {
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
}
