package io.shelfwise.recommend.catalog;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/** A product's attributes as the index takes them in: each with its weight for a frequency. */
final class AttributeTokens extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final List<AttributeTerm> terms;
  private Iterator<AttributeTerm> left;

  AttributeTokens(List<AttributeTerm> terms) {
    this.terms = terms;
    this.left = terms.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!left.hasNext()) {
      return false;
    }
    AttributeTerm next = left.next();
    term.append(next.term());
    frequency.setTermFrequency(next.weight());
    return true;
  }

  @Override
  public void reset() {
    left = terms.iterator();
  }
}
