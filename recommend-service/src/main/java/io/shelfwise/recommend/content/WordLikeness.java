package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Likeness in words: asks the index for the product's own most telling ones.
 *
 * <p>{@link MoreLikeThis} takes the words of the greatest tf · idf and makes a query of them, in
 * which each counts in proportion to that; the index scores by BM25, or by tf · idf. A product's
 * score is a sum over words, in the unit of the score that the given product itself has.
 */
final class WordLikeness implements Likeness {
  /** A word that only one product has tells of no other; and a single letter tells nothing. */
  private static final int LEAST_PRODUCTS = 2;

  private static final int SHORTEST_TERM = 2;

  private final IndexSearcher searcher;
  private final Query filter;
  private final List<Query> terms;
  private final List<Trait> traits;
  private final double whole;

  /**
   * Likeness to a product.
   *
   * @param document the product's own document
   * @param telling how many words are asked for at most
   * @param filter what may be found
   */
  static WordLikeness to(
      Wording wording,
      int document,
      int telling,
      IndexSearcher searcher,
      Languages languages,
      Query filter)
      throws IOException {
    String text = ProductDocument.words(wording);
    String field = Languages.field(ProductDocument.WORDS, languages.code(wording.language()));
    List<Query> terms = tellingTerms(searcher, languages, field, text, telling);
    SurfaceWords surface = SurfaceWords.of(text, field, languages);
    List<Trait> traits =
        terms.stream().<Trait>map(term -> new Trait.Word(surface.of(text(term)))).toList();
    return new WordLikeness(searcher, filter, terms, traits, document);
  }

  private WordLikeness(
      IndexSearcher searcher, Query filter, List<Query> terms, List<Trait> traits, int document)
      throws IOException {
    this.searcher = searcher;
    this.filter = filter;
    this.terms = terms;
    this.traits = traits;
    this.whole = Arrays.stream(scores(new int[] {document})[0]).sum();
  }

  private static List<Query> tellingTerms(
      IndexSearcher searcher, Languages languages, String field, String text, int telling)
      throws IOException {
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

  private static String text(Query term) {
    return switch (term) {
      case BoostQuery boosted -> text(boosted.getQuery());
      case TermQuery plain -> plain.getTerm().text();
      default -> throw new IllegalArgumentException("not a term: " + term);
    };
  }

  @Override
  public List<Trait> traits() {
    return traits;
  }

  @Override
  public int[] nearest(int most) throws IOException {
    return IndexedTerms.best(searcher, terms, filter, most);
  }

  @Override
  public double[][] parts(int[] documents) throws IOException {
    double[][] parts = scores(documents);
    if (whole > 0) {
      TermParts.divide(parts, whole);
    }
    return parts;
  }

  private double[][] scores(int[] documents) throws IOException {
    int[] own = IntStream.range(0, terms.size()).toArray();
    return TermParts.of(searcher, documents, terms, own, own.length);
  }
}
