package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a shopper typed, as a question to the index. It has no syntax, so nothing that is typed is
 * an error.
 *
 * <p>It is put in each language that is asked in, and a product, which is in one language, is found
 * by the words of that. A search that wants all words and finds nothing is asked again leniently.
 *
 * @param typed what was typed
 * @param words the words in it, as each language reads them
 */
record TextQuery(String typed, List<TypedWords> words) {
  private static final float ID_BOOST = 100;

  /**
   * What was typed, in so many languages.
   *
   * @param codes the codes of the languages
   */
  static TextQuery of(String typed, Collection<String> codes, Languages languages)
      throws IOException {
    List<TypedWords> words = new ArrayList<>(codes.size());
    for (String code : codes) {
      words.add(TypedWords.of(typed, code, languages));
    }
    return new TextQuery(typed.strip(), words);
  }

  /** All words but one in three. */
  Query strict(IndexReader reader) throws IOException {
    return orId(words.stream().map(TypedWords::strict).toList(), reader);
  }

  /** Any word, and for an unknown one those that are nearly it. */
  Query lenient(IndexReader reader) throws IOException {
    List<Query> queries = new ArrayList<>(words.size());
    for (TypedWords each : words) {
      queries.add(each.lenient(reader));
    }
    return orId(queries, reader);
  }

  /** What was typed may be the id off a label. */
  private Query orId(List<Query> byLanguage, IndexReader reader) throws IOException {
    Query anyLanguage = new DisjunctionMaxQuery(byLanguage, 0);
    Term id = ProductDocument.idTerm(typed);
    if (reader.docFreq(id) == 0) {
      return anyLanguage;
    }
    return new BooleanQuery.Builder()
        .add(anyLanguage, Occur.SHOULD)
        .add(new BoostQuery(new ConstantScoreQuery(new TermQuery(id)), ID_BOOST), Occur.SHOULD)
        .build();
  }
}
