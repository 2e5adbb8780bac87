package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Finds the documents that have the most of some terms. */
final class IndexedTerms {
  private IndexedTerms() {}

  /**
   * The documents that score best, of equals the lower id first; Lucene leaves out whole stretches
   * of the index that cannot come among them.
   */
  static int[] best(IndexSearcher searcher, List<Query> terms, Query filter, int most)
      throws IOException {
    if (terms.isEmpty()) {
      return new int[0];
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(term, Occur.SHOULD));
    query.setMinimumNumberShouldMatch(1);
    query.add(filter, Occur.FILTER);
    Sort bestFirst = Documents.BEST_FIRST;
    ScoreDoc[] found =
        searcher.search(query.build(), new TopFieldCollectorManager(bestFirst, most, null, most))
            .scoreDocs;
    return Stream.of(found).mapToInt(hit -> hit.doc).toArray();
  }
}
