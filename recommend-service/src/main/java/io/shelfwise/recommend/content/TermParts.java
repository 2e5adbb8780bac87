package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * What each term of a query adds to the scores of the documents that it found.
 *
 * <p>Lucene can explain a score, one document at a time and in a tree of sentences. This walks once
 * through the postings of each term and stops at the documents found only, which is far faster.
 */
final class TermParts {
  private TermParts() {}

  /** A document that was found: its place in the index, and among the hits. */
  private record Hit(int document, int rank) {}

  /**
   * The parts of the scores.
   *
   * @param found the documents found
   * @param terms the terms of the query, each with its boost
   * @return for each document, in the order of {@code found}, what each term adds; 0 for one that
   *     it does not have
   */
  static double[][] of(IndexSearcher searcher, ScoreDoc[] found, List<Query> terms)
      throws IOException {
    Hit[] hits = new Hit[found.length];
    Arrays.setAll(hits, rank -> new Hit(found[rank].doc, rank));
    // Postings can only be walked forwards.
    Arrays.sort(hits, Comparator.comparingInt(Hit::document));
    double[][] parts = new double[found.length][terms.size()];
    for (int t = 0; t < terms.size(); t++) {
      Weight weight = searcher.createWeight(searcher.rewrite(terms.get(t)), ScoreMode.COMPLETE, 1);
      add(searcher, hits, weight, t, parts);
    }
    return parts;
  }

  private static void add(
      IndexSearcher searcher, Hit[] hits, Weight weight, int term, double[][] parts)
      throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = null;
    Scorer scorer = null;
    for (Hit hit : hits) {
      if (leaf == null || hit.document() >= leaf.docBase + leaf.reader().maxDoc()) {
        leaf = leaves.get(ReaderUtil.subIndex(hit.document(), leaves));
        scorer = weight.scorer(leaf);
      }
      if (scorer != null && stopsAt(scorer, hit.document() - leaf.docBase)) {
        parts[hit.rank()][term] = scorer.score();
      }
    }
  }

  private static boolean stopsAt(Scorer scorer, int document) throws IOException {
    int at = scorer.docID();
    return document == (at < document ? scorer.iterator().advance(document) : at);
  }
}
