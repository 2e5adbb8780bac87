package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The words that a shopper typed, as one language reads them.
 *
 * <p>The words of a product are scored as one text in which a word of the title stands several
 * times (BM25F), so that "red kettle" prefers a red kettle to a kettle that is called kettle in
 * every field. Asked leniently, any word will do, and a word that no product has stands for those
 * one letter off.
 *
 * @param language the code of the language
 * @param terms the terms in it, each once
 * @see <a href="https://doi.org/10.1145/1031171.1031181">Robertson, Zaragoza, Taylor: Simple BM25
 *     extension to multiple weighted fields, 2004</a>
 */
record TypedWords(String language, List<String> terms) {
  private static final int MOST_TERMS = 32;
  private static final int SHORTEST_FUZZY = 4;
  private static final int SAME_PREFIX = 1;
  private static final int MOST_EXPANSIONS = 20;

  static TypedWords of(String typed, String language, Languages languages) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    String field = Languages.field(ProductDocument.FOUND, language);
    try (TokenStream stream = languages.tokenStream(field, typed)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (terms.size() < MOST_TERMS && stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return new TypedWords(language, List.copyOf(terms));
  }

  /** All words but one in three. */
  Query strict() {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    terms.forEach(term -> words.add(word(term), Occur.SHOULD));
    words.setMinimumNumberShouldMatch(terms.size() - terms.size() / 3);
    return words.build();
  }

  /** Any word, and for an unknown one those that are nearly it. */
  Query lenient(IndexReader reader) throws IOException {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String term : terms) {
      words.add(isKnown(term, reader) ? word(term) : nearly(term), Occur.SHOULD);
    }
    return words.build();
  }

  private Query word(String term) {
    return new TermQuery(found(term));
  }

  private Query nearly(String term) {
    int edits = term.length() < SHORTEST_FUZZY ? 0 : 1;
    return new FuzzyQuery(found(term), edits, SAME_PREFIX, MOST_EXPANSIONS, true);
  }

  private boolean isKnown(String term, IndexReader reader) throws IOException {
    return reader.docFreq(found(term)) > 0;
  }

  private Term found(String term) {
    return new Term(Languages.field(ProductDocument.FOUND, language), term);
  }
}
