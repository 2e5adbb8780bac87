package io.shelfwise.recommend.catalog;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;

/**
 * Words of which each counts as if it stood there several times, and makes the text as much longer.
 *
 * <p>Several of these in one field are one text to the index. So what part of a product a word
 * stands in is weighed once, when it is written, and a search reads one list of products for a
 * word, with the bounds by which Lucene leaves out what cannot come among the best.
 */
final class WeightedWords extends Field {
  private final int weight;

  /**
   * The words of a text.
   *
   * @param field which words of the product are found in
   * @param text the text
   * @param weight how often each of its words counts, at least 1
   * @param type keeps how often a word stands, and not where
   */
  WeightedWords(String field, String text, int weight, IndexableFieldType type) {
    super(field, text, type);
    this.weight = weight;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
    return new Repeated(super.tokenStream(analyzer, reuse), weight);
  }

  private static final class Repeated extends TokenFilter {
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final int times;

    Repeated(TokenStream words, int times) {
      super(words);
      this.times = times;
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      frequency.setTermFrequency(times);
      return true;
    }
  }
}
