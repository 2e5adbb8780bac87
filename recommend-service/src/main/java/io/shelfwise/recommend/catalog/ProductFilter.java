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

  static Query of(CatalogQuery query, Languages languages) {
    BooleanQuery.Builder filter = new BooleanQuery.Builder();
    require(filter, ProductDocument.HIDDEN, ProductDocument.NO);
    if (!query.brand().isEmpty()) {
      require(filter, ProductDocument.EXACT_BRAND, query.brand());
    }
    if (!query.category().isEmpty()) {
      require(filter, ProductDocument.EXACT_CATEGORY, query.category());
    }
    if (!query.language().isEmpty()) {
      require(filter, ProductDocument.LANGUAGE, languages.code(query.language()));
    }
    if (query.inStock()) {
      require(filter, ProductDocument.AVAILABILITY, Availability.IN_STOCK.name());
    }
    if (query.minPriceMicros() > 0 || query.maxPriceMicros() > 0) {
      long most = query.maxPriceMicros() > 0 ? query.maxPriceMicros() : Long.MAX_VALUE;
      filter.add(
          LongField.newRangeQuery(ProductDocument.PRICE, query.minPriceMicros(), most),
          Occur.FILTER);
    }
    if (!query.filter().equals(Filter.EVERYTHING)) {
      filter.add(new FilterQuery(languages).of(query.filter()), Occur.FILTER);
    }
    return filter.build();
  }

  private static void require(BooleanQuery.Builder filter, String field, String value) {
    filter.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }
}
