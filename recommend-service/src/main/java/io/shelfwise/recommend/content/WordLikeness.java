package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
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

  private final AskedTerms asked;
  private final List<Trait> traits;
  private final int[] own;
  private final double whole;

  private WordLikeness(AskedTerms asked, List<Trait> traits, int product) {
    this.asked = asked;
    this.traits = traits;
    this.own = IntStream.range(0, traits.size()).toArray();
    this.whole = asked.score(product);
  }

  /**
   * Likeness to a product.
   *
   * @param product the product's own number
   * @param telling how many words are asked for at most
   */
  static WordLikeness to(
      Wording wording,
      int product,
      int telling,
      CatalogView view,
      IndexSearcher searcher,
      Languages languages)
      throws IOException {
    String text = ProductDocument.words(wording);
    String field = Languages.field(ProductDocument.WORDS, languages.code(wording.language()));
    SurfaceWords surface = SurfaceWords.of(text, field, languages);
    List<ScoredTerm> terms = new ArrayList<>();
    List<Trait> traits = new ArrayList<>();
    List<Query> words = tellingTerms(searcher, languages, field, text, telling);
    float[] boosts = new float[words.size()];
    for (int t = 0; t < boosts.length; t++) {
      BoostQuery word = (BoostQuery) words.get(t);
      Term term = ((TermQuery) word.getQuery()).getTerm();
      terms.add(view.scored(searcher, term));
      traits.add(new Trait.Word(surface.of(term.text())));
      boosts[t] = word.getBoost();
    }
    return new WordLikeness(new AskedTerms(view.size(), terms, boosts), traits, product);
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

  @Override
  public List<Trait> traits() {
    return traits;
  }

  @Override
  public int[] nearest(int most, IntPredicate allowed) {
    return asked.best(most, allowed);
  }

  @Override
  public double[][] parts(int[] products) {
    return asked.parts(products, own, own.length, whole);
  }
}
