package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * What each term of a query adds to the scores of documents.
 *
 * <p>Lucene can explain a score, one document at a time and in a tree of sentences. This walks once
 * through the postings of each term and stops at the documents that are asked about only, which is
 * far faster.
 */
final class TermParts {
  private TermParts() {}

  /**
   * The parts of the scores.
   *
   * @param documents the documents, ascending
   * @param terms the terms of the query, each with its boost
   * @param traits which trait each term belongs to
   * @param count how many traits there are
   * @return for each document what each trait adds; 0 for one that it does not have
   */
  static double[][] of(
      IndexSearcher searcher, int[] documents, List<Query> terms, int[] traits, int count)
      throws IOException {
    double[][] parts = new double[documents.length][count];
    for (int t = 0; t < terms.size(); t++) {
      int trait = traits[t];
      Documents.score(
          searcher,
          documents,
          terms.get(t),
          (rank, scorer) -> parts[rank][trait] += scorer.score());
    }
    return parts;
  }

  /** Divides all parts by a number. */
  static void divide(double[][] parts, double by) {
    for (double[] row : parts) {
      for (int trait = 0; trait < row.length; trait++) {
        row[trait] /= by;
      }
    }
  }
}
