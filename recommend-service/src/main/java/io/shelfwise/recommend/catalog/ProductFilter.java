package io.shelfwise.recommend.catalog;

import io.shelfwise.recommend.filter.Filter;
import io.shelfwise.recommend.language.Languages;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which products a search may find at all, whatever their words: never a hidden one. */
final class ProductFilter {
  private ProductFilter() {}

  /**
   * Narrows a query to what may be found. What is hidden is taken away, not the rest asked for: as
   * a rule hardly any product is, so that this costs next to nothing.
   */
  static void narrow(BooleanQuery.Builder narrowed, CatalogQuery query, Languages languages) {
    narrowed.add(is(ProductDocument.HIDDEN, ProductDocument.YES), Occur.MUST_NOT);
    if (!query.brand().isEmpty()) {
      narrowed.add(is(ProductDocument.EXACT_BRAND, query.brand()), Occur.FILTER);
    }
    if (!query.category().isEmpty()) {
      narrowed.add(is(ProductDocument.EXACT_CATEGORY, query.category()), Occur.FILTER);
    }
    if (!query.language().isEmpty()) {
      String code = languages.code(query.language());
      narrowed.add(is(ProductDocument.LANGUAGE, code), Occur.FILTER);
    }
    if (query.inStock()) {
      String inStock = Availability.IN_STOCK.name();
      narrowed.add(is(ProductDocument.AVAILABILITY, inStock), Occur.FILTER);
    }
    if (query.minPriceMicros() > 0 || query.maxPriceMicros() > 0) {
      long most = query.maxPriceMicros() > 0 ? query.maxPriceMicros() : Long.MAX_VALUE;
      narrowed.add(
          LongField.newRangeQuery(ProductDocument.PRICE, query.minPriceMicros(), most),
          Occur.FILTER);
    }
    if (!query.filter().equals(Filter.EVERYTHING)) {
      narrowed.add(new FilterQuery(languages).of(query.filter()), Occur.FILTER);
    }
  }

  private static Query is(String field, String value) {
    return new TermQuery(new Term(field, value));
  }
}
