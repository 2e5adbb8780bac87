package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.catalog.Wording;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/**
 * The words of a product, its text taken apart once.
 *
 * @param field the field of the index that such words are in: those of one language
 * @param words the words, in the order in which they first stand in the text
 */
record ProductWords(String field, List<Word> words) {
  private static final int SHORTEST_TERM = 2;

  /**
   * A word of a product.
   *
   * @param term as the index has it: "candi"
   * @param written as the text writes it first, in lower case: "candies"; people are told this
   * @param count how often the text has it; a word of the title counts more than one of the rest
   */
  record Word(String term, String written, int count) {
    private Word andOnceMore() {
      return new Word(term, written, count + 1);
    }
  }

  /**
   * A word by which others are looked for that are like the product.
   *
   * @param boost how much it counts
   */
  record Telling(Word word, float boost) {}

  private record Scored(Word word, float score) {}

  static ProductWords of(Wording wording, Languages languages) throws IOException {
    String field = Languages.field(ProductDocument.WORDS, languages.code(wording.language()));
    String text = ProductDocument.words(wording);
    Map<String, Word> words = new LinkedHashMap<>();
    try (TokenStream tokens = languages.tokenStream(field, text)) {
      CharTermAttribute each = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        String term = each.toString();
        Word known = words.get(term);
        if (known == null) {
          String written = text.substring(place.startOffset(), place.endOffset());
          words.put(term, new Word(term, written.toLowerCase(Locale.ROOT), 1));
        } else {
          words.put(term, known.andOnceMore());
        }
      }
      tokens.end();
    }
    return new ProductWords(field, List.copyOf(words.values()));
  }

  /** How often the product has each word, by the names that learned words have. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    for (Word word : words) {
      counts.put(CatalogTexts.word(field, word.term()), word.count());
    }
    return counts;
  }

  /**
   * The words of the greatest tf · idf, least first: each counts as many times as much as the least
   * of them as its tf · idf is greater. Of equals the first by name is taken. It is what Lucene's
   * {@code MoreLikeThis} finds, out of what the view knows of the words.
   *
   * @param most how many at most
   */
  List<Telling> telling(CatalogView view, IndexSearcher searcher, int most) throws IOException {
    List<Scored> scored = new ArrayList<>(words.size());
    for (Word word : words) {
      // A single letter tells nothing.
      if (word.term().length() >= SHORTEST_TERM) {
        float rarity = view.rarity(searcher, new Term(field, word.term()));
        if (rarity > 0) {
          scored.add(new Scored(word, word.count() * rarity));
        }
      }
    }
    scored.sort(
        Comparator.<Scored>comparingDouble(each -> -each.score())
            .thenComparing(each -> each.word().term()));
    List<Scored> best = scored.subList(0, Math.min(most, scored.size()));
    return best.reversed().stream()
        .map(each -> new Telling(each.word(), each.score() / best.getLast().score()))
        .toList();
  }
}
