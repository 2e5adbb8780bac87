package io.shelfwise.recommend.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes terms of German words: lower case, "ä" and "ae" alike, without endings, and a compound
 * together with the parts of it that shops speak of, so that "Mühlen" finds the "Kaffeemühle".
 *
 * <p>The parts are those of {@code german-parts.txt}; a word of which the list has no part stays
 * whole. A part is taken wherever in the word it stands, the longest first, and letters between the
 * parts, as in "Geburtstagskarte", do not matter.
 */
final class GermanAnalyzer extends Analyzer {
  private static final String PARTS = "german-parts.txt";
  private static final int SHORTEST_COMPOUND = 7;
  private static final int SHORTEST_PART = 4;
  private static final int LONGEST_PART = 20;

  private final CharArraySet parts = read();

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer = new StandardTokenizer();
    TokenStream terms = new LowerCaseFilter(tokenizer);
    terms = new StopFilter(terms, org.apache.lucene.analysis.de.GermanAnalyzer.getDefaultStopSet());
    terms = new GermanNormalizationFilter(terms);
    terms =
        new DictionaryCompoundWordTokenFilter(
            terms, parts, SHORTEST_COMPOUND, SHORTEST_PART, LONGEST_PART, true);
    terms = new GermanLightStemFilter(terms);
    terms = new RemoveDuplicatesTokenFilter(terms);
    return new TokenStreamComponents(tokenizer, terms);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream in) {
    return new GermanNormalizationFilter(new LowerCaseFilter(in));
  }

  /** The parts, written as compounds are when they are taken apart. */
  private static CharArraySet read() {
    try (InputStream file =
            Objects.requireNonNull(GermanAnalyzer.class.getResourceAsStream(PARTS));
        Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
        Tokenizer words = new StandardTokenizer()) {
      words.setReader(reader);
      CharArraySet parts = new CharArraySet(1000, false);
      try (TokenStream normal = new GermanNormalizationFilter(new LowerCaseFilter(words))) {
        CharTermAttribute word = normal.addAttribute(CharTermAttribute.class);
        normal.reset();
        while (normal.incrementToken()) {
          parts.add(word.toString());
        }
        normal.end();
      }
      return CharArraySet.unmodifiableSet(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
