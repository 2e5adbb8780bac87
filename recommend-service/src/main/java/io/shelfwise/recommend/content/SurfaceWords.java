package io.shelfwise.recommend.content;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How the terms of an index are written in a text: "candi" as "candies". People are told the
 * latter.
 */
record SurfaceWords(Map<String, String> byTerm) {
  static SurfaceWords of(String text, String field, Analyzer analyzer) throws IOException {
    Map<String, String> words = new HashMap<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String word = text.substring(place.startOffset(), place.endOffset());
        words.putIfAbsent(term.toString(), word.toLowerCase(Locale.ROOT));
      }
      tokens.end();
    }
    return new SurfaceWords(words);
  }

  /** How the text writes the term first; the term itself if the text does not have it. */
  String of(String term) {
    return byTerm.getOrDefault(term, term);
  }
}
