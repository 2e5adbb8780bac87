package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;

/**
 * The words that a shopper typed, as one language reads them.
 *
 * <p>The fields of a product are scored as if they were one text in which a word of the title
 * stands several times (BM25F), so that "red kettle" prefers a red kettle to a kettle that is
 * called kettle in every field. Asked leniently, any word will do, and a word that no product has
 * stands for those one letter off.
 *
 * @param language the code of the language
 * @param terms the terms in it, each once
 * @see <a href="https://doi.org/10.1145/1031171.1031181">Robertson, Zaragoza, Taylor: Simple BM25
 *     extension to multiple weighted fields, 2004</a>
 */
record TypedWords(String language, List<String> terms) {
  /** How often a word counts that stands once in the field. */
  private static final Map<String, Float> FIELDS =
      Map.of(
          ProductDocument.TITLE, 4f,
          ProductDocument.BRAND, 2f,
          ProductDocument.CATEGORIES, 2f,
          ProductDocument.DESCRIPTION, 1f);

  private static final int MOST_TERMS = 32;
  private static final int SHORTEST_FUZZY = 4;
  private static final int SAME_PREFIX = 1;
  private static final int MOST_EXPANSIONS = 20;

  static TypedWords of(String typed, String language, Languages languages) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    String field = Languages.field(ProductDocument.TITLE, language);
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
    CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
    FIELDS.forEach((kind, weight) -> query.addField(Languages.field(kind, language), weight));
    return query.build();
  }

  private Query nearly(String term) {
    int edits = term.length() < SHORTEST_FUZZY ? 0 : 1;
    return new DisjunctionMaxQuery(
        FIELDS.keySet().stream()
            .sorted()
            .map(kind -> new Term(Languages.field(kind, language), term))
            .<Query>map(one -> new FuzzyQuery(one, edits, SAME_PREFIX, MOST_EXPANSIONS, true))
            .toList(),
        0);
  }

  private boolean isKnown(String term, IndexReader reader) throws IOException {
    for (String kind : FIELDS.keySet()) {
      if (reader.docFreq(new Term(Languages.field(kind, language), term)) > 0) {
        return true;
      }
    }
    return false;
  }
}
