package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.recommend.meaning.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * The words of all products of a store, as its index has them: nothing is analysed again. A word
 * that only one product has tells of no other, and is left out. The products are in the order of
 * their ids, so that the same catalogue is the same corpus, however its index came to be.
 *
 * @param ids the products
 * @param corpus their words, a row for each product
 */
record CatalogTexts(List<String> ids, Corpus corpus) {
  private static final int LEAST_PRODUCTS = 2;

  /** The rarest words of a very large vocabulary tell least of it. */
  private static final int MOST_WORDS = 50_000;

  static CatalogTexts read(IndexSearcher searcher, CatalogView view) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    List<String> words = new ArrayList<>();
    SparseMatrix.Builder columns = new SparseMatrix.Builder();
    int rarest = rarest(reader);
    for (String field : wordFields(reader)) {
      addWords(reader, field, view, rarest, words, columns);
    }
    return new CatalogTexts(view.ids(), new Corpus(words, columns.build(view.size()).transposed()));
  }

  /** The words of each language are a field; an index numbers them as they came. */
  private static List<String> wordFields(IndexReader reader) {
    List<String> fields = new ArrayList<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.name.startsWith(Languages.field(ProductDocument.WORDS, ""))) {
        fields.add(field.name);
      }
    }
    fields.sort(Comparator.naturalOrder());
    return fields;
  }

  private static void addWords(
      IndexReader reader,
      String field,
      CatalogView view,
      int rarest,
      List<String> words,
      SparseMatrix.Builder columns)
      throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return;
    }
    TermsEnum each = terms.iterator();
    for (BytesRef term = each.next(); term != null; term = each.next()) {
      if (each.docFreq() < rarest) {
        continue;
      }
      words.add(word(field, term.utf8ToString()));
      PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
      for (int document = postings.nextDoc();
          document != PostingsEnum.NO_MORE_DOCS;
          document = postings.nextDoc()) {
        int product = view.numberOf(document);
        if (product >= 0) {
          columns.add(product, postings.freq());
        }
      }
      columns.endRow();
    }
  }

  /** How many products a word must have at least, so that there are not too many words. */
  private static int rarest(IndexReader reader) throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (String field : wordFields(reader)) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          counts.add(each.docFreq());
        }
      }
    }
    counts.sort(Comparator.reverseOrder());
    return counts.size() <= MOST_WORDS
        ? LEAST_PRODUCTS
        : Math.max(LEAST_PRODUCTS, counts.get(MOST_WORDS) + 1);
  }

  /** A word is another in another language, however it is written. */
  static String word(String field, String term) {
    return field + " " + term;
  }
}
