package io.shelfwise.recommend.content;

import io.shelfwise.recommend.catalog.CatalogProduct;
import io.shelfwise.recommend.catalog.ProductDocument;
import io.shelfwise.recommend.interactions.SparseMatrix;
import io.shelfwise.recommend.language.Languages;
import io.shelfwise.recommend.meaning.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
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

  static CatalogTexts read(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Bits live = MultiBits.getLiveDocs(reader);
    int[] documents =
        IntStream.range(0, reader.maxDoc())
            .filter(document -> live == null || live.get(document))
            .toArray();
    String[] ids = Documents.ids(searcher, documents);
    Integer[] order = new Integer[ids.length];
    Arrays.setAll(order, rank -> rank);
    Arrays.sort(order, Comparator.comparing(rank -> ids[rank]));
    int[] rows = new int[reader.maxDoc()];
    Arrays.fill(rows, -1);
    List<String> sorted = new ArrayList<>(ids.length);
    for (int row = 0; row < order.length; row++) {
      rows[documents[order[row]]] = row;
      sorted.add(ids[order[row]]);
    }
    List<String> words = new ArrayList<>();
    SparseMatrix.Builder columns = new SparseMatrix.Builder();
    int rarest = rarest(reader);
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (isWords(field)) {
        addWords(reader, field.name, rows, rarest, words, columns);
      }
    }
    return new CatalogTexts(sorted, new Corpus(words, columns.build(ids.length).transposed()));
  }

  private static boolean isWords(FieldInfo field) {
    return field.name.startsWith(Languages.field(ProductDocument.WORDS, ""));
  }

  private static void addWords(
      IndexReader reader,
      String field,
      int[] rows,
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
        if (rows[document] >= 0) {
          columns.add(rows[document], postings.freq());
        }
      }
      columns.endRow();
    }
  }

  /** How many products a word must have at least, so that there are not too many words. */
  private static int rarest(IndexReader reader) throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      Terms terms = isWords(field) ? MultiTerms.getTerms(reader, field.name) : null;
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

  /** How often a product has each word. */
  static Map<String, Integer> counts(CatalogProduct product, Languages languages)
      throws IOException {
    String field =
        Languages.field(ProductDocument.WORDS, languages.code(product.wording().language()));
    Map<String, Integer> counts = new HashMap<>();
    try (TokenStream tokens =
        languages.tokenStream(field, ProductDocument.words(product.wording()))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        counts.merge(word(field, term.toString()), 1, Integer::sum);
      }
      tokens.end();
    }
    return counts;
  }

  /** A word is another in another language, however it is written. */
  private static String word(String field, String term) {
    return field + " " + term;
  }
}
