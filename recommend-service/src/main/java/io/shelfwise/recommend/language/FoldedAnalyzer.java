package io.shelfwise.recommend.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * An analysis of Lucene's, whose terms lose their accents in the end: after the stemmer, which
 * needs them, and before the index, which shoppers ask without.
 */
final class FoldedAnalyzer extends AnalyzerWrapper {
  private final Analyzer language;

  FoldedAnalyzer(Analyzer language) {
    super(Analyzer.GLOBAL_REUSE_STRATEGY);
    this.language = language;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return language;
  }

  @Override
  protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
    return new TokenStreamComponents(
        components.getSource(), new ASCIIFoldingFilter(components.getTokenStream()));
  }

  @Override
  protected TokenStream wrapTokenStreamForNormalization(String field, TokenStream in) {
    return new ASCIIFoldingFilter(in);
  }

  @Override
  public void close() {
    language.close();
    super.close();
  }
}
