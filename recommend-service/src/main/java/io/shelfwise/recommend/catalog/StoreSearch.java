package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.language.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads products from one view of a store's index. */
record StoreSearch(IndexSearcher searcher, Languages languages) {
  private static final SortField ID = new SortField(ProductDocument.ID, SortField.Type.STRING);
  private static final Sort BY_ID = new Sort(ID);
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, ID);

  /** A page ends early when one product more would make it larger than this; one it always has. */
  private static final int LARGEST_PAGE_BYTES = 4 << 20;

  Optional<CatalogProduct> get(String id) throws IOException {
    return ProductDocument.find(searcher, id);
  }

  CatalogPage list(Filter filter, String after, int size) throws IOException {
    Query meant = new FilterQuery(languages).of(filter);
    FieldDoc last =
        after.isEmpty()
            ? null
            : new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {new BytesRef(after)});
    TopDocs top = top(meant, BY_ID, size + 1, last, 1);
    List<CatalogProduct> products = new ArrayList<>(size);
    int bytes = 0;
    for (ScoreDoc hit : top.scoreDocs) {
      if (products.size() == size) {
        break;
      }
      BytesRef source = source(hit.doc);
      bytes += source.length;
      if (bytes > LARGEST_PAGE_BYTES && !products.isEmpty()) {
        break;
      }
      products.add(ProductSource.read(source));
    }
    boolean more = products.size() < top.scoreDocs.length;
    return new CatalogPage(products, more, searcher.count(meant));
  }

  /** The ids of all that a filter means, in no order. */
  List<String> ids(Filter filter) throws IOException {
    Query meant = searcher.rewrite(new ConstantScoreQuery(new FilterQuery(languages).of(filter)));
    Weight weight = searcher.createWeight(meant, ScoreMode.COMPLETE_NO_SCORES, 1);
    List<String> ids = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), ProductDocument.ID);
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator documents = scorer.iterator();
        for (int document = documents.nextDoc();
            document != DocIdSetIterator.NO_MORE_DOCS;
            document = documents.nextDoc()) {
          if ((live == null || live.get(document)) && values.advanceExact(document)) {
            ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
          }
        }
      }
    }
    return ids;
  }

  SearchPage search(CatalogQuery query, int offset, int size) throws IOException {
    if (query.text().isBlank()) {
      Query all = narrowed(MatchAllDocsQuery.INSTANCE, Occur.FILTER, query);
      return page(all, BY_ID, offset, size);
    }
    IndexReader reader = searcher.getIndexReader();
    TextQuery text = TextQuery.of(query.text(), asked(query), languages);
    Query strict = narrowed(text.strict(reader), Occur.MUST, query);
    SearchPage found = page(strict, BEST_FIRST, offset, size);
    return found.total() > 0
        ? found
        : page(narrowed(text.lenient(reader), Occur.MUST, query), BEST_FIRST, offset, size);
  }

  private Query narrowed(Query meant, Occur occur, CatalogQuery query) {
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(meant, occur);
    ProductFilter.narrow(narrowed, query, languages);
    return narrowed.build();
  }

  /** The codes of the languages to put a query in. */
  private SortedSet<String> asked(CatalogQuery query) throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    if (query.language().isEmpty()) {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        addTerms(leaf.reader().terms(ProductDocument.LANGUAGE), codes);
      }
    } else {
      codes.add(languages.code(query.language()));
    }
    return codes;
  }

  private static void addTerms(@Nullable Terms terms, SortedSet<String> to) throws IOException {
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        to.add(term.utf8ToString());
      }
    }
  }

  private SearchPage page(Query query, Sort sort, int offset, int size) throws IOException {
    TopFieldDocs top = top(query, sort, offset + size, null, Integer.MAX_VALUE);
    List<SearchPage.Found> found = new ArrayList<>(size);
    int bytes = 0;
    for (int i = offset; i < top.scoreDocs.length; i++) {
      FieldDoc hit = (FieldDoc) top.scoreDocs[i];
      BytesRef source = source(hit.doc);
      bytes += source.length;
      if (bytes > LARGEST_PAGE_BYTES && !found.isEmpty()) {
        break;
      }
      found.add(new SearchPage.Found(ProductSource.read(source), score(hit)));
    }
    return new SearchPage(found, top.totalHits.value());
  }

  /** The score is what is sorted by first; when products are sorted by id alone, all fit alike. */
  private static double score(FieldDoc hit) {
    return hit.fields.length > 1 ? (float) hit.fields[0] : 1;
  }

  private TopFieldDocs top(Query query, Sort sort, int count, @Nullable FieldDoc after, int counted)
      throws IOException {
    return searcher.search(query, new TopFieldCollectorManager(sort, count, after, counted));
  }

  private BytesRef source(int document) throws IOException {
    return ProductDocument.source(searcher.storedFields().document(document));
  }
}
