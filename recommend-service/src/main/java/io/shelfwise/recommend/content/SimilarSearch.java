package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * Finds what reads like a product: asks the index for the product's own most telling words.
 *
 * <p>{@link MoreLikeThis} takes the words of the greatest tf · idf and makes a query of them, in
 * which each counts in proportion to that; the index scores by BM25. The score of a product is the
 * sum over the words, so that each word's part can be told.
 *
 * @param searcher the store's index
 * @param languages how words become terms
 * @param telling how many words are asked for at most
 * @param most how many products are found at most
 */
record SimilarSearch(IndexSearcher searcher, Languages languages, int telling, int most) {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(ProductDocument.ID, SortField.Type.STRING));

  /** A word that only one product has tells of no other; and a single letter tells nothing. */
  private static final int LEAST_PRODUCTS = 2;

  private static final int SHORTEST_TERM = 2;

  SimilarRow to(String id, Wording wording) throws IOException {
    String text = ProductDocument.words(wording);
    String field = Languages.field(ProductDocument.WORDS, languages.code(wording.language()));
    List<Query> terms = tellingTerms(field, text);
    ScoreDoc[] found = find(id, terms);
    double[][] parts = TermParts.of(searcher, found, terms);
    return new SimilarRow(ids(found), words(terms, field, text), parts);
  }

  private List<Query> tellingTerms(String field, String text) throws IOException {
    MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
    like.setAnalyzer(languages);
    like.setFieldNames(new String[] {field});
    like.setMinTermFreq(1);
    like.setMinDocFreq(LEAST_PRODUCTS);
    like.setMinWordLen(SHORTEST_TERM);
    like.setMaxQueryTerms(telling);
    like.setBoost(true);
    BooleanQuery query = (BooleanQuery) like.like(field, new StringReader(text));
    return query.clauses().stream().map(BooleanClause::query).toList();
  }

  private ScoreDoc[] find(String id, List<Query> terms) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.forEach(term -> query.add(term, Occur.SHOULD));
    query.setMinimumNumberShouldMatch(1);
    query.add(ProductDocument.isShowable(), Occur.FILTER);
    query.add(new TermQuery(new Term(ProductDocument.ID, id)), Occur.MUST_NOT);
    return searcher.search(
            query.build(), new TopFieldCollectorManager(BEST_FIRST, most, null, most))
        .scoreDocs;
  }

  private static List<String> ids(ScoreDoc[] found) {
    List<String> ids = new ArrayList<>(found.length);
    for (ScoreDoc hit : found) {
      // The id is the last thing that hits are sorted by.
      Object id = ((FieldDoc) hit).fields[1];
      ids.add(((BytesRef) id).utf8ToString());
    }
    return ids;
  }

  private List<String> words(List<Query> terms, String field, String text) throws IOException {
    SurfaceWords surface = SurfaceWords.of(text, field, languages);
    return terms.stream().map(term -> surface.of(text(term))).toList();
  }

  private static String text(Query term) {
    return switch (term) {
      case BoostQuery boosted -> text(boosted.getQuery());
      case TermQuery plain -> plain.getTerm().text();
      default -> throw new IllegalArgumentException("not a term: " + term);
    };
  }
}
