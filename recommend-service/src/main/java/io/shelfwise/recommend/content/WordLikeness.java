package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * Likeness in words: asks the index for the product's own most telling ones.
 *
 * <p>Each counts in proportion to its tf · idf; the index scores by BM25, or by tf · idf. A
 * product's score is a sum over words, in the unit of the score that the given product itself has.
 */
final class WordLikeness implements Likeness {
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
      ProductWords words, int product, int telling, CatalogView view, IndexSearcher searcher)
      throws IOException {
    List<ScoredTerm> terms = new ArrayList<>();
    List<Trait> traits = new ArrayList<>();
    List<ProductWords.Telling> asked = words.telling(view, searcher, telling);
    float[] boosts = new float[asked.size()];
    for (int t = 0; t < boosts.length; t++) {
      ProductWords.Word word = asked.get(t).word();
      terms.add(view.scored(searcher, new Term(words.field(), word.term())));
      traits.add(new Trait.Word(word.written()));
      boosts[t] = asked.get(t).boost();
    }
    return new WordLikeness(new AskedTerms(view.size(), terms, boosts), traits, product);
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
  public void tell(int[] products, double[][] parts, int from) {
    asked.addParts(products, whole, parts, own, from);
  }
}
