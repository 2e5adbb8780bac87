package io.shelfwise.recommend.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Makes terms of English words: lower case, without accents, endings and the commonest words, so
 * that "Cafés" finds "café".
 *
 * <p>It is Lucene's English analysis, and folds accents besides, which shoppers rarely type.
 */
final class EnglishAnalyzer extends Analyzer {
  private static final CharArraySet STOP_WORDS =
      org.apache.lucene.analysis.en.EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream terms = new EnglishPossessiveFilter(tokenizer);
    terms = new LowerCaseFilter(terms);
    terms = new StopFilter(terms, STOP_WORDS);
    terms = new ASCIIFoldingFilter(terms);
    terms = new PorterStemFilter(terms);
    return new TokenStreamComponents(tokenizer, terms);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
  }
}
